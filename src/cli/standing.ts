// Where the program stands: what the launcher knows and commands need.
export interface Standing {
  /** The folder of the package: policies/ lies in it. */
  readonly root: string;
  /** The built console with its index.html; null where there is none. */
  readonly consoleFolder: string | null;
}

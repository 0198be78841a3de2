// Whether a text is one mail address and nothing else: no list of them, no signs that a mail's headers read.
const ADDRESS = /^[^\s@<>"(),:;\\[\]\p{Cc}]+@[^\s@<>"(),:;\\[\]\p{Cc}]+\.[^\s@<>"(),:;\\[\]\p{Cc}]+$/u;
const LONGEST = 254; // RFC 5321 §4.5.3.1; the length first: the pattern is slow on a long line of dots

export const isOneAddress = (text: string): boolean => text.length <= LONGEST && ADDRESS.test(text);

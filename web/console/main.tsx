// Where the console starts: what was on its way when the page was closed, then the screens.
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./app.tsx";
import { bringBack } from "./data/outgoing.ts";

const root = document.querySelector("#console");
if (!root) throw new Error("the page has no place for the console");
bringBack();
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);

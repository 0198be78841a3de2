// A mail's own formatting, in a frame that runs nothing and may not reach us; it grows with what it holds.
import { useState } from "react";

export function Formatted({ html, title }: { readonly html: string; readonly title: string }) {
  const [height, setHeight] = useState(160);
  return (
    <iframe
      className="formatted"
      title={title}
      // Same origin so that its height can be measured; without allow-scripts nothing in it runs.
      sandbox="allow-same-origin allow-popups"
      srcDoc={`<!doctype html><base target="_blank">${html}`}
      style={{ height }}
      onLoad={(event) => setHeight(Math.min(1600, (event.currentTarget.contentDocument?.documentElement.scrollHeight ?? 160) + 8))}
    />
  );
}

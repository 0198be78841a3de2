// Text whose web addresses can be followed; everything else stays text.
const ADDRESS = /(https?:\/\/[^\s<>"]+[^\s<>".,;:!?)\]}'])/u;

export function Linked({ text }: { readonly text: string }) {
  return <>{text.split(ADDRESS).map((part, at) => (at % 2 === 1 ? <a key={at} href={part} target="_blank" rel="noreferrer noopener">{part}</a> : part))}</>;
}

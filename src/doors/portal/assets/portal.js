// What the portal does beside its HTML: offers topics and shows what the policy says while one writes, and keeps a draft.
const form = document.querySelector("#ask");
if (form) {
  const says = document.querySelector("#says");
  const offered = document.querySelector("#offered");
  const topic = form.querySelector("#topic");
  const text = () => `${form.subject.value}\n${form.text.value}`;
  const key = `troth-draft ${location.pathname}`;
  let timer;
  let asked = 0;

  for (const name of ["subject", "text"]) {
    const kept = JSON.parse(sessionStorage.getItem(key) ?? "{}")[name];
    if (kept && !form[name].value) form[name].value = kept;
  }
  const keep = () => sessionStorage.setItem(key, JSON.stringify({ subject: form.subject.value, text: form.text.value }));

  const fields = () => {
    const data = new URLSearchParams();
    for (const [name, value] of new FormData(form)) if (typeof value === "string") data.append(name, value);
    return data;
  };
  const fetched = async (url) => {
    const answer = await fetch(url, { method: "POST", body: fields(), headers: { "X-Troth": "1" } });
    return answer.ok ? answer : null;
  };
  async function look() {
    const mine = ++asked;
    says.firstElementChild?.setAttribute("data-busy", "");
    const [preview, topics] = await Promise.all([fetched(form.dataset.preview), topic && !topic.value ? fetched(form.dataset.topics) : null]).catch(() => [null, null]);
    if (mine !== asked) return;
    if (preview) {
      const html = await preview.text();
      if (html && mine === asked) {
        says.innerHTML = html; // our own page's fragment, escaped where it was made
        const send = form.querySelector("button[value=send]");
        send.hidden = false;
        send.textContent = says.querySelector("[data-refused=yes]") ? form.dataset.anyway : form.dataset.send;
      }
    }
    offer(topics ? await topics.json() : []);
  }
  function offer(list) {
    offered.replaceChildren();
    offered.hidden = !list.length;
    if (!list.length) return;
    const title = document.createElement("p");
    title.textContent = offered.dataset.title;
    const row = document.createElement("div");
    row.className = "offered";
    for (const { topic: value, label } of list) {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = label;
      button.addEventListener("click", () => {
        topic.value = value;
        offer([]);
        look();
      });
      row.append(button);
    }
    offered.append(title, row);
  }
  const soon = () => {
    keep();
    clearTimeout(timer);
    if (text().trim().length > 8) timer = setTimeout(look, 400);
  };
  form.addEventListener("input", soon);
  form.addEventListener("change", soon);
  form.addEventListener("submit", () => sessionStorage.removeItem(key));
}

// What the portal does beside its HTML: offers topics and shows what the policy says while one writes, keeps drafts, sends a form once.
// A draft lives as long as its tab and belongs to whoever wrote it: the next one at the same computer does not read it.
const { desk, reader = "" } = document.body.dataset;
const drafts = {
  key: (form) => `troth-draft ${new URL(form.action).pathname}`,
  read: (key) => JSON.parse(sessionStorage.getItem(key) ?? "null") ?? { reader, words: {} },
  keep: (key, words) => sessionStorage.setItem(key, JSON.stringify({ reader, words })),
  /** Forgets this desk's drafts that `are` so. */
  forget(are) {
    for (const key of Object.keys(sessionStorage)) if (key.startsWith(`troth-draft ${desk}/`) && are(drafts.read(key))) sessionStorage.removeItem(key);
  },
};
const LEAVING = "troth-leaving";

// A draft is forgotten once the server says that the words have arrived, not when they leave.
if (document.querySelector("[data-done]")) sessionStorage.removeItem(sessionStorage.getItem(LEAVING) ?? "");
if (reader) drafts.forget((draft) => draft.reader && draft.reader !== reader);
document.querySelector("form[data-leaves]")?.addEventListener("submit", () => drafts.forget(() => true));

for (const form of document.querySelectorAll("form[data-draft]")) {
  const key = drafts.key(form);
  const draft = drafts.read(key);
  const fields = form.dataset.draft.split(" ").flatMap((name) => form.elements[name] ?? []);
  const mine = draft.reader === reader || !draft.reader;
  for (const field of fields) if (mine && draft.words[field.name] && !field.value) field.value = draft.words[field.name];
  form.addEventListener("input", () => drafts.keep(key, Object.fromEntries(fields.map((field) => [field.name, field.value]))));
}

// A file that the server would refuse is said at once.
for (const input of document.querySelectorAll("input[type=file][data-most]")) {
  input.addEventListener("change", () => {
    const big = [...input.files].find((file) => file.size > Number(input.dataset.most));
    input.setCustomValidity(big ? input.dataset.fault.replace("…", big.name) : "");
    if (big) input.reportValidity();
  });
}

// Twice pressed is once sent; coming back by the browser's own button, the form can be sent again.
for (const form of document.querySelectorAll("form[method=post]")) {
  form.addEventListener("submit", (event) => {
    if (event.defaultPrevented) return;
    if (form.dataset.leaving) event.preventDefault();
    form.dataset.leaving = "yes";
    sessionStorage.setItem(LEAVING, drafts.key(form));
    event.submitter?.setAttribute("aria-disabled", "true");
  });
}
addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form[data-leaving]")) delete form.dataset.leaving;
  for (const button of document.querySelectorAll("button[aria-disabled]")) button.removeAttribute("aria-disabled");
});

// Times in the zone of whoever looks, where nobody has chosen one yet.
const zoned = document.querySelector("form[data-zone]");
if (zoned) {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const here = new URL(location.href);
  if (timeZone && timeZone !== zoned.dataset.zone && !here.searchParams.has("zone") && here.pathname.endsWith("/status")) {
    here.searchParams.set("zone", timeZone);
    location.replace(here);
  }
}

const ask = document.querySelector("form#ask");
if (ask) askLive(ask);

function askLive(form) {
  const says = document.querySelector("#says");
  const heard = document.querySelector("#heard");
  const offered = document.querySelector("#offered");
  const topic = form.querySelector("#topic");
  const send = form.querySelector("button[value=send]");
  const preview = form.querySelector("button[value=preview]");
  let timer;
  let asked = 0;

  const fields = () => {
    const data = new URLSearchParams();
    for (const [name, value] of new FormData(form)) if (typeof value === "string") data.append(name, value);
    return data;
  };
  const fetched = async (url) => {
    const answer = url ? await fetch(url, { method: "POST", body: fields() }) : null;
    return answer?.ok ? answer : null;
  };
  async function look() {
    const mine = ++asked;
    says.firstElementChild?.setAttribute("data-busy", "");
    const [seen, topics] = await Promise.all([fetched(form.dataset.preview), topic && !topic.value ? fetched(form.dataset.topics) : null]).catch(() => [null, null]);
    if (mine !== asked) return;
    says.firstElementChild?.removeAttribute("data-busy");
    if (seen) show(await seen.text());
    else if (preview) { // the server does not answer us: the button sends the form as it would without a script
      preview.hidden = false;
      form.dataset.plain = "yes";
    }
    offer(topics ? await topics.json() : []);
  }
  function show(html) {
    if (!html) return;
    says.innerHTML = html; // our own page's fragment, escaped where it was made
    heard.textContent = [...says.querySelectorAll(".verdict, .due")].map((each) => each.textContent).join(". ");
    send.hidden = false;
    send.textContent = says.querySelector("[data-refused=yes]") ? form.dataset.anyway : form.dataset.send;
    preview.hidden = true; // from now on it follows what is written
  }
  function offer(list) {
    if (!offered) return;
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
        topic.focus();
        void look();
      });
      row.append(button);
    }
    offered.append(title, row);
  }
  const soon = () => {
    clearTimeout(timer);
    if (`${form.subject.value}${form.text.value}`.trim().length > 7) timer = setTimeout(look, 400);
  };
  form.addEventListener("input", soon);
  form.addEventListener("change", soon);
  preview?.addEventListener("click", (event) => {
    if (form.dataset.plain) return;
    event.preventDefault();
    if (form.reportValidity()) void look();
  });
  if (preview && !says.querySelector("[data-refused]")) soon();
}

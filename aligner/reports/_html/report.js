
"use strict";
(() => {
  const form = document.querySelector("form.filter");
  const tip = document.getElementById("tip");
  const told = tip.querySelector(".told");
  const pairs = Array.from(document.querySelectorAll(".pair"), (element) => ({ element, text: null }));

  // --- The filter: a pair is shown where each part of the filter is met.

  const folded = (text) => text.normalize("NFKC").toLowerCase().replace(/\s+/g, " ");
  const keys = (element, name) => (element.dataset[name] || "").split(" ").filter(Boolean).map((key) => key.split("/"));

  // What the filter compares is read when it is first needed: reading thousands of pairs takes longer than opening.
  function read(pair) {
    if (pair.text === null) {
      pair.text = folded(Array.from(pair.element.children, (part) => part.textContent).slice(1).join("\n"));
      pair.findings = keys(pair.element, "f");
      pair.terms = keys(pair.element, "t");
    }
    return pair;
  }

  function wanted() {
    const data = new FormData(form);
    const status = data.get("status");
    const ofFindings = status === "new" || status === "known";
    return {
      words: folded(data.get("text")).trim(),
      severities: new Set(data.getAll("severity")),
      rule: data.get("rule"),
      news: ofFindings ? status : "",
      term: data.get("term"),
      status: ofFindings ? "" : status,
      found: data.has("found"),
    };
  }

  function fits(pair, want) {
    const ofFinding = ([severity, rule, news]) =>
      (!want.severities.size || want.severities.has(severity)) && (!want.rule || rule === want.rule) && (!want.news || news === want.news);
    const ofTerm = ([term, status]) => (!want.term || term === want.term) && (!want.status || status === want.status);
    if ((want.found || want.severities.size || want.rule || want.news) && !pair.findings.some(ofFinding)) return false;
    if ((want.term || want.status) && !pair.terms.some(ofTerm)) return false;
    return !want.words || pair.text.includes(want.words);
  }

  function filter() {
    hide();
    const want = wanted();
    let shown = 0;
    for (const pair of pairs) {
      const fit = fits(read(pair), want);
      if (pair.element.hidden === fit) pair.element.hidden = !fit;
      shown += fit;
    }
    for (const none of document.querySelectorAll(".nomatch")) {
      const some = Boolean(none.parentElement.querySelector(".pair:not([hidden])"));
      none.hidden = some;
      none.parentElement.querySelector(".heads").hidden = !some;
    }
    const number = new Intl.NumberFormat("en");
    const output = form.querySelector("output");
    output.textContent = output.dataset.shown.replace("{shown}", number.format(shown)).replace("{all}", number.format(pairs.length));
  }

  function marks() {
    document.body.classList.toggle("noterms", !form.elements.marks.checked);
  }

  function start() {
    form.hidden = false;
    if (window.matchMedia("(max-width: 44rem)").matches) form.querySelector("details").open = false;
    form.addEventListener("input", (event) => (event.target.name === "marks" ? marks() : filter()));
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("reset", () => setTimeout(() => {
      form.elements.found.checked = false; // what the page began with need not be what no filter means
      marks();
      filter();
    }));
    // A browser that comes back to the page keeps what was chosen.
    marks();
    filter();
  }

  // --- The explanations of marked words.

  let active = null;
  let timer = 0;
  let pinned = false;

  function entry(...parts) {
    const box = document.createElement("div");
    box.className = "entry";
    box.append(...parts);
    return box;
  }

  function spoken(text, lang) {
    const span = document.createElement("span");
    span.lang = lang;
    span.textContent = text;
    return span;
  }

  function ofFinding(id) {
    const finding = document.getElementById(id);
    return finding ? entry(...Array.from(finding.cloneNode(true).children)) : "";
  }

  function ofTerm(key) {
    const [number, status] = key.split(":");
    const option = form.querySelector(`select[name=term] option[value="${number}"]`);
    const term = option.dataset;
    const name = document.createElement("p");
    name.append(spoken(term.en, "en"), " · ", spoken(term.zh, "zh-Hans"));
    const how = document.createElement("p");
    how.className = "where";
    how.textContent = tip.dataset[status];
    const note = document.createElement("p");
    note.lang = "en";
    for (const [at, part] of (term.note || "").split(/(\p{Script=Han}+)/u).entries()) note.append(at % 2 ? spoken(part, "zh-Hans") : part);
    return entry(name, how, ...(term.note ? [note] : []));
  }

  const list = (mark, name) => (mark.dataset[name] || "").split(" ").filter(Boolean);

  function partners(mark) {
    const ids = list(mark, "n");
    const terms = list(mark, "t");
    return Array.from(mark.closest(".pair").querySelectorAll("mark")).filter((other) =>
      list(other, "n").some((id) => ids.includes(id)) || (!ids.length && list(other, "t").some((key) => terms.includes(key))));
  }

  function show(mark) {
    clearTimeout(timer);
    if (active === mark || (mark.matches(".term") && !form.elements.marks.checked)) return;
    hide();
    active = mark;
    told.replaceChildren(...list(mark, "n").map(ofFinding), ...list(mark, "t").map(ofTerm));
    for (const link of told.querySelectorAll("a")) link.tabIndex = -1;
    for (const partner of partners(mark)) partner.classList.add("on");
    if (!list(mark, "n").length) mark.setAttribute("aria-describedby", "tip");
    tip.hidden = false;
    place(mark);
  }

  function place(mark) {
    const line = mark.getClientRects()[0];
    if (!line) return hide(); // scrolled so far away that the browser has put it aside
    const box = tip.getBoundingClientRect();
    const below = line.bottom + 6 + box.height <= window.innerHeight || line.top < box.height + 6;
    tip.style.left = `${Math.max(8, Math.min(line.left, document.documentElement.clientWidth - box.width - 8))}px`;
    tip.style.top = `${below ? line.bottom + 6 : line.top - 6 - box.height}px`;
  }

  function hide() {
    clearTimeout(timer);
    if (!active) return;
    for (const mark of document.querySelectorAll("mark.on")) mark.classList.remove("on");
    if (!list(active, "n").length) active.removeAttribute("aria-describedby");
    tip.hidden = true;
    active = null;
    pinned = false;
  }

  const marked = (event) => event.target.closest?.("mark");

  document.addEventListener("mouseover", (event) => {
    const mark = marked(event);
    if (tip.contains(event.target)) clearTimeout(timer);
    else if (mark && !pinned) {
      clearTimeout(timer);
      timer = setTimeout(() => show(mark), 80);
    }
  });
  document.addEventListener("mouseout", (event) => {
    if ((marked(event) || tip.contains(event.target)) && !pinned && document.activeElement !== active) {
      clearTimeout(timer);
      timer = setTimeout(hide, 250);
    }
  });
  document.addEventListener("focusin", (event) => {
    const mark = marked(event);
    if (mark) show(mark);
    else if (!tip.contains(event.target)) hide();
  });
  document.addEventListener("click", (event) => {
    const mark = marked(event);
    const bead = event.target.closest?.("g[data-p]");
    if (mark) {
      show(mark);
      pinned = true;
    } else if (bead) go(bead.dataset.p);
    else if (event.target.closest?.(".close") || !tip.contains(event.target)) hide();
    const link = event.target.closest?.("a[href^='#']");
    if (link) reveal(link.hash.slice(1));
  });
  for (const kind of ["scroll", "resize"]) window.addEventListener(kind, () => active && place(active), { passive: true });

  // --- Ways about: the picture, links to pairs that are filtered out, the arrow keys.

  function reveal(id) {
    const pair = document.getElementById(id);
    if (pair?.hidden) pair.hidden = false;
    return pair;
  }

  function go(id) {
    reveal(id);
    location.hash = id;
    document.getElementById(id).querySelector("a").focus({ preventScroll: true });
  }

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") return hide();
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const from = document.activeElement;
    if (!step || event.altKey || event.ctrlKey || event.metaKey || !from?.closest(".pair .no, mark")) {
      if (from?.matches("mark") && (event.key === "Enter" || event.key === " ")) {
        event.preventDefault();
        show(from);
        pinned = true;
      }
      return;
    }
    const terms = form.elements.marks.checked;
    const stops = Array.from(from.closest(".pair").querySelectorAll(".no a, mark")).filter((stop) => terms || !stop.matches(".term"));
    const next = stops[stops.indexOf(from) + step];
    if (next) {
      event.preventDefault();
      next.focus();
    }
  });

  if (form) start();
})();

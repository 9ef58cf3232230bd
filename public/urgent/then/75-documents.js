// The pinned documents: listed in the sheet, opened only after the reader has said who and where they are.

const OPENED = /^(application\/pdf|image\/(jpeg|png|webp|gif))$/;

// The content of one file, checked to be the one that the sheet names.
async function openPinned(file, link) {
  const { content } = await openEnvelope(await fetchFile(file), link, PINNED);
  if (!content || content.resourceType !== "Binary" || typeof content.data !== "string") throw no("broken");
  // Only kinds that cannot run anything are shown; the others are saved.
  const type = OPENED.test(content.contentType) ? content.contentType : "application/octet-stream";
  return { id: String(content.id), blob: new Blob([fromBase64url(content.data)], { type }) };
}

// Files come in the order of the sheet's list; should they not, the others are tried.
async function findPinned(wanted, index, files, link) {
  const order = [files[index]].concat(files.filter((file, at) => at !== index));
  for (const file of order.filter(Boolean)) {
    const opened = await openPinned(file, link);
    if (opened.id === wanted.id) return opened.blob;
  }
  throw no("untrue");
}

// Somebody else chose the title: a file is kept under an ending that its kind has, and under no other.
function keptAs(title, type) {
  const kind = type.replace(/.*\//, "");
  const ending = kind === "octet-stream" ? "bin" : kind === "jpeg" ? "jpg" : kind;
  const plain = String(title || "").replace(/[\u0000-\u001f.\\/:*?"<>|\u200e\u200f\u202a-\u202e\u2066-\u2069]+/g, " ").trim();
  return (plain || "document") + "." + ending;
}

// An iPhone and an old browser show a PDF in a tab; where they do not, it can be saved.
function showPinned(row, wanted, blob, words) {
  const url = URL.createObjectURL(blob);
  const link = (text, className) => {
    const made = element("a", className, text);
    made.href = url;
    return made;
  };
  const shown = [];
  if (/^image\//.test(blob.type)) {
    const picture = element("img", "u-picture");
    picture.alt = wanted.title;
    picture.src = url;
    shown.push(picture);
  }
  const acts = element("p", "u-acts");
  if (blob.type !== "application/octet-stream") {
    const view = link(words.view, "u-go");
    view.target = "_blank";
    acts.appendChild(view);
  }
  const save = link(words.save, "u-go");
  save.download = keptAs(wanted.title, blob.type);
  acts.appendChild(save);
  shown.concat([acts, element("p", "u-hint", words.kept)]).forEach((one) => row.appendChild(one));
  (acts.firstChild || row).focus();
}

function rowOf(wanted, index, files, link, words) {
  const row = element("li", "", [element("span", "", wanted.title || words.untitled)]);
  const wrong = element("p", "u-wrong");
  wrong.setAttribute("role", "alert");
  const open = button("u-go", words.load, async () => {
    wrong.textContent = "";
    open.disabled = true;
    open.textContent = words.loading;
    try {
      const blob = await findPinned(wanted, index, files, link);
      row.removeChild(open);
      showPinned(row, wanted, blob, words);
    } catch (error) {
      const told = error.why === "untrue" ? [words.untrue] : words.troubles[error.why] || words.troubles.broken;
      wrong.textContent = told.join(". ");
      open.disabled = false;
      open.textContent = words.load;
    }
  });
  open.setAttribute("aria-label", words.load + " : " + (wanted.title || words.untitled));
  row.appendChild(open);
  row.appendChild(wrong);
  return row;
}

// Gives the drawing what it needs to offer the documents of this link.
function documentsBy(link, passcode) {
  return (section, documents, words) => {
    const name = field("name", words.readerName);
    const where = field("where", words.readerPlace);
    const go = element("button", "u-do", words.show);
    const form = element("form", "u-reader", [element("p", "u-hint", words.documentsWhy), name.all, where.all, go]);
    form.noValidate = true;
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      const reader = { name: name.input.value.trim(), place: where.input.value.trim() };
      name.tell(reader.name ? "" : words.readerName + " ?");
      if (!reader.name) return;
      where.tell(reader.place ? "" : words.readerPlace + " ?");
      if (!reader.place) return;
      go.disabled = true;
      try {
        const files = list((await ask(link, passcode, reader)).files).slice(1);
        const rows = documents.map((one, at) => rowOf(one, at, files, link, words));
        const titles = section.querySelector(".u-files");
        empty(titles);
        rows.forEach((row) => titles.appendChild(row));
        section.removeChild(form);
        const first = titles.querySelector("button");
        if (first) first.focus();
      } catch (error) {
        where.tell((words.troubles[error.why] || words.troubles.server).join(". "));
      }
      go.disabled = false;
    });
    section.appendChild(form);
  };
}

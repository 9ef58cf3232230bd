// What the page reads of an International Patient Summary: the person, the sections with their narratives, the documents.

// The vital part, in this order; the rest follows in the order of the Bundle.
const VITAL = ["48765-2", "104605-1", "11450-4", "18776-5"];
// Always shown, for silence about them would be misread.
const ASKED = ["48765-2", "104605-1"];
const DOCUMENTS = "55107-7";
const SIGNS = "8716-3";
const DEPOSIT = "://carnet.care/fhir/deposit";

const list = (value) => (Array.isArray(value) ? value.filter((one) => one && typeof one === "object") : []);
const text = (value) => (typeof value === "string" ? value : "");

function resources(bundle, type) {
  return list(bundle.entry)
    .map((entry) => entry.resource)
    .filter((resource) => resource && resource.resourceType === type);
}

function nameOf(patient) {
  const name = list(patient.name)[0] || {};
  const given = Array.isArray(name.given) ? name.given.filter((one) => typeof one === "string") : [];
  return text(name.text) || given.concat([text(name.family)]).join(" ").trim();
}

// A JPEG or PNG of a sensible size, from its Base64; anything else is left out.
function photoOf(patient) {
  const photo = list(patient.photo)[0] || {};
  const fits = /^image\/(jpeg|png)$/.test(photo.contentType) && /^[A-Za-z0-9+/]{8,60000}=*$/.test(text(photo.data));
  return fits ? "data:" + photo.contentType + ";base64," + photo.data : "";
}

function weightOf(bundle) {
  const isWeight = (one) => list(one.code && one.code.coding).some((coding) => coding.code === "29463-7");
  const last = resources(bundle, "Observation").filter(isWeight)[0];
  const value = last && last.valueQuantity;
  if (!value || typeof value.value !== "number") return null;
  return { value: value.value, unit: text(value.unit) || "kg", date: text(last.effectiveDateTime) };
}

function sectionOf(section) {
  const code = list(section.code && section.code.coding).map((coding) => text(coding.code))[0] || "";
  const why = list(section.emptyReason && section.emptyReason.coding).map((coding) => text(coding.code))[0];
  return {
    code,
    title: text(section.title).slice(0, 200),
    none: why === "nilknown",
    unknown: why !== undefined && why !== "nilknown",
    div: text(section.text && section.text.div),
    parts: list(section.section).slice(0, 50).map((part) => ({ title: text(part.title), div: text(part.text && part.text.div) })),
  };
}

function sectionsOf(composition, weight) {
  const all = list(composition.section).slice(0, 60).map(sectionOf);
  const vital = VITAL.map((code) => all.filter((one) => one.code === code)[0] || { code, title: "", missing: true, unknown: true, parts: [] });
  return {
    vital: vital.filter((one) => !one.missing || ASKED.indexOf(one.code) >= 0),
    // The weight stands beside the name.
    rest: all.filter((one) => VITAL.indexOf(one.code) < 0 && one.code !== DOCUMENTS && !(weight && one.code === SIGNS)),
  };
}

function documentsOf(bundle) {
  return resources(bundle, "DocumentReference")
    .slice(0, 50)
    .map((one) => (list(one.content)[0] || {}).attachment || {})
    .map((one) => ({ id: text(one.url).replace("urn:uuid:", ""), title: text(one.title).slice(0, 200), size: Number(one.size) || 0 }));
}

// The address of the return sheet: on our own origin and under a page's language, or none.
function depositOf(composition) {
  const found = list(composition.extension).filter((one) => text(one.url).slice(-DEPOSIT.length) === DEPOSIT)[0];
  try {
    const url = new URL(found.valueUrl, location.origin);
    return url.origin === location.origin && /^\/(fr|en)\//.test(url.pathname) ? url.href : "";
  } catch (error) {
    return "";
  }
}

// Everything at once; refuses what is no document of a person.
function readBundle(bundle) {
  const composition = (bundle && resources(bundle, "Composition")[0]) || null;
  const patient = bundle && resources(bundle, "Patient")[0];
  if (!composition || !patient || bundle.resourceType !== "Bundle" || bundle.type !== "document") throw no("broken");
  const attester = list(composition.attester)[0];
  const weight = weightOf(bundle);
  return {
    language: (/^[a-z]{2}(-[A-Z]{2})?$/.exec(text(composition.language) || text(bundle.language)) || [""])[0],
    name: nameOf(patient).slice(0, 200),
    born: text(patient.birthDate),
    sex: text(patient.gender),
    photo: photoOf(patient),
    weight,
    confirmed: attester ? { on: text(attester.time), by: text(attester.party && attester.party.display).slice(0, 100) } : null,
    sections: sectionsOf(composition, weight),
    documents: documentsOf(bundle),
    deposit: depositOf(composition),
  };
}

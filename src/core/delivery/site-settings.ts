// Knows which portal site settings are in force and why: recorded, or the product's default.
// Reading rules of the portal (CrmWebsite.cs): names compare without case, the first match wins, inactive rows do not count.
// A Boolean is true/false in any case, an integer and a time span as .NET reads them, one of several words as it is spelt;
// anything else means the default.

import { gather } from '../records/look-up.ts';
import { nameKey } from '../records/name-key.ts';
import { namesOf, type Entry, type Records } from '../records/records.ts';
import type { Where } from '../records/where.ts';
import type { Setting, SettingValue } from './settings/setting.ts';
import {
  settingNamed,
  settings,
  type KnownSetting,
  type SettingName,
  type ValueOf,
} from './settings/table.ts';
import { readTimeSpan } from './settings/time-span.ts';

export type { SettingName, SwitchName } from './settings/table.ts';

export type SettingInForce<V = SettingValue> = {
  /** A time span in milliseconds. */
  value: V;
  source: 'record' | 'default';
  /** The text in the row that the portal reads, as it is written; absent where it may be a secret. */
  written?: string;
  /** The environment variable that supplies the row's value, by its schema name where it is recorded. */
  environmentVariable?: string;
  /** Place of that text, or of the row that ought to hold one. */
  where?: Where;
  /** Why what is written is not in force. */
  ignored?: IgnoredSetting[];
};

/**
 * inactive              the row does not count;
 * not-readable          the text is none of the setting's type, so the default is in force;
 * no-value              the row is recorded without its text: what stands there is not known;
 * environment-variable  an environment variable supplies the value, and the records do not say which;
 * second                another row of the same name comes first.
 */
export type IgnoredSetting = {
  because: 'inactive' | 'not-readable' | 'no-value' | 'environment-variable' | 'second';
  /** Absent where it may be a secret. */
  written?: string;
  where: Where;
};

export type SiteSettings = {
  /** Whether anything at all was recorded of the site: a site, or one of its settings. */
  recorded: boolean;
  get<N extends SettingName>(name: N): SettingInForce<ValueOf<N>>;
  /** A setting by its table entry: for those whose name is known at run time only. */
  read(known: KnownSetting): SettingInForce;
  /** Every setting of the table that has a row, each once. */
  known: KnownSetting[];
  /** All rows of this site, in the order in which they are recorded. */
  rows: readonly Entry<'siteSettings'>[];
};

const alreadyRead = new WeakMap<Records, Map<string, SiteSettings>>();

/** Settings of one site (or of no site in particular) out of all recorded ones. */
export function siteSettings(records: Records, site: Entry<'sites'> | undefined): SiteSettings {
  const ofRecords = alreadyRead.get(records) ?? new Map<string, SiteSettings>();
  alreadyRead.set(records, ofRecords);
  const key = site === undefined ? '' : site.id;
  const before = ofRecords.get(key);
  if (before !== undefined) return before;
  const found = settingsOf(records, site);
  ofRecords.set(key, found);
  return found;
}

function settingsOf(records: Records, site: Entry<'sites'> | undefined): SiteSettings {
  const rows = records.siteSettings.filter((row) => belongsTo(row, site));
  const byName = new Map<string, Entry<'siteSettings'>[]>();
  for (const row of rows) {
    gather(byName, keyOf(row.fields.name), row);
  }
  const readKnown = ({ name, setting }: KnownSetting) => inForce(setting, byName.get(keyOf(name)) ?? []);
  return {
    recorded: records.sites.length > 0 || records.siteSettings.length > 0,
    // The table says which type a name has; the compiler cannot follow it through readText().
    get: <N extends SettingName>(name: N) =>
      readKnown({ name, setting: settings[name] }) as SettingInForce<ValueOf<N>>,
    read: readKnown,
    known: [...byName.keys()].flatMap((key) => settingNamed(byName.get(key)?.[0]?.fields.name ?? key) ?? []),
    rows,
  };
}

function keyOf(name: string): string {
  return name.trim().toLowerCase();
}

/** Whether what stands in the row that the portal reads is not in the records. */
export function isNotRecorded({ ignored = [] }: SettingInForce): boolean {
  return ignored.some(({ because }) => because === 'no-value' || because === 'environment-variable');
}

/** Nobody is shown the value of such a setting: downloads of portals hold client secrets in clear. */
export function isSecretSetting(name: string): boolean {
  return /(?:secret|password|key)\s*$/i.test(name);
}

function inForce(setting: Setting, rows: readonly Entry<'siteSettings'>[]): SettingInForce {
  const [first, ...others] = rows.filter((row) => row.fields.state !== 'inactive');
  const value = valueOf(first, setting);
  const ignored: IgnoredSetting[] = [];
  if (first === undefined) ignored.push(...rows.map((row) => ignoredRow(row, 'inactive')));
  else if (value === undefined) {
    const because = whyNoValue(first, setting);
    if (because !== undefined) ignored.push(ignoredRow(first, because));
  }
  // A copy that says the same changes nothing.
  const valueInForce = value ?? setting.default;
  ignored.push(
    ...others
      .filter((row) => (valueOf(row, setting) ?? setting.default) !== valueInForce)
      .map((row) => ignoredRow(row, 'second')),
  );
  return {
    value: valueInForce,
    source: value === undefined ? 'default' : 'record',
    ...(first === undefined ? {} : shownText(first)),
    ...(first?.fields.source === 'environment-variable'
      ? { environmentVariable: first.fields.environmentVariable ?? '' }
      : {}),
    ...(first === undefined ? {} : { where: first.where([keyOfText(first)]) }),
    ...(ignored.length === 0 ? {} : { ignored }),
  };
}

function whyNoValue(row: Entry<'siteSettings'>, { type }: Setting): IgnoredSetting['because'] | undefined {
  if (textOf(row) !== undefined) return type === 'text' ? undefined : 'not-readable';
  if (row.fields.source === 'environment-variable') return 'environment-variable';
  // A download leaves an empty text out.
  return type === 'text' ? undefined : 'no-value';
}

function ignoredRow(row: Entry<'siteSettings'>, because: IgnoredSetting['because']): IgnoredSetting {
  return {
    because,
    ...(textOf(row) === undefined ? { written: '' } : shownText(row)),
    where: row.where([because === 'inactive' ? 'state' : keyOfText(row)]),
  };
}

/** The key of the text that the portal reads: of an environment variable, where the row says so. */
function keyOfText({ fields }: Entry<'siteSettings'>): 'value' | 'environmentVariableValue' {
  return fields.source === 'environment-variable' ? 'environmentVariableValue' : 'value';
}

function textOf(row: Entry<'siteSettings'>): string | undefined {
  return row.fields[keyOfText(row)];
}

function shownText(row: Entry<'siteSettings'>): { written?: string } {
  const value = textOf(row);
  // TriggerLockoutOnFailedPassword is a switch: its true or false is no secret.
  const mayBeShown =
    value !== undefined && (!isSecretSetting(row.fields.name) || /^\s*(?:true|false)\s*$/i.test(value));
  return mayBeShown ? { written: value } : {};
}

/** As the portal reads it; undefined: nothing that it could read. */
function valueOf(row: Entry<'siteSettings'> | undefined, setting: Setting): SettingValue {
  const written = row === undefined ? undefined : textOf(row);
  return written === undefined ? undefined : readText(written, setting);
}

function readText(written: string, setting: Setting): SettingValue {
  const text = written.trim();
  switch (setting.type) {
    case 'boolean': {
      const word = text.toLowerCase();
      return word === 'true' || word === 'false' ? word === 'true' : undefined;
    }
    case 'integer':
      return /^[+-]?\d{1,9}$/.test(text) ? Number(text) : undefined;
    case 'time-span':
      return readTimeSpan(text);
    case 'word':
      return setting.words.find((word) => word === text);
    case 'text':
      return text === '' ? undefined : text;
  }
}

function belongsTo(row: Entry<'siteSettings'>, site: Entry<'sites'> | undefined): boolean {
  return (
    row.fields.site === undefined || site === undefined || namesOf(site).includes(nameKey(row.fields.site))
  );
}

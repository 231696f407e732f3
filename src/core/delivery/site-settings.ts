// Knows which portal site settings are in force and why: recorded, or the product's default.
// Reading rules of the portal (CrmWebsite): names compare without case, the first match wins, inactive rows do not count,
// a Boolean is true/false in any case, anything else means the default.

import type { Entry, Records } from '../records/records.ts';
import type { Where } from '../records/where.ts';

/** Settings that decide whether a message is asked for, with the default of the product's documentation. */
export const settingDefaults = {
  'Authentication/Registration/EmailConfirmationEnabled': true,
  'Authentication/Registration/TwoFactorEnabled': false,
  'Authentication/Registration/RememberBrowserEnabled': true,
  'Authentication/Registration/LocalLoginEnabled': true,
  'Authentication/Registration/ResetPasswordEnabled': true,
  'Authentication/Registration/ResetPasswordRequiresConfirmedEmail': false,
  'Authentication/Registration/InvitationEnabled': true,
  'Authentication/Registration/Enabled': true,
} as const;
export type SettingName = keyof typeof settingDefaults;

export type SettingInForce = {
  value: boolean;
  source: 'record' | 'default';
  /** The text in the row that the portal reads, as it is written. */
  written?: string;
  /** Place of that text, or of the row that ought to hold one. */
  where?: Where;
  /** Why what is written is not in force. */
  ignored?: IgnoredSetting[];
};

/**
 * inactive    the row does not count;
 * no-boolean  the text is neither true nor false, so the default is in force;
 * no-value    the row is recorded without its text: what stands there is not known;
 * second      another row of the same name comes first.
 */
export type IgnoredSetting = {
  because: 'inactive' | 'no-boolean' | 'no-value' | 'second';
  written: string;
  where: Where;
};

export type SiteSettings = {
  /** Whether anything at all was recorded of the site: a site, or one of its settings. */
  recorded: boolean;
  get(name: SettingName): SettingInForce;
  /** Names of all rows of this site, with their places. */
  names: { name: string; where: Where }[];
};

/** Settings of one site (or of no site in particular) out of all recorded ones. */
export function siteSettings(records: Records, site: Entry<'sites'> | undefined): SiteSettings {
  const rows = records.siteSettings.filter((row) => belongsTo(row, site));
  return {
    recorded: records.sites.length > 0 || records.siteSettings.length > 0,
    get: (name) =>
      inForce(
        name,
        rows.filter((row) => key(row.fields.name) === key(name)),
      ),
    names: rows.map((row) => ({ name: row.fields.name, where: row.where(['name']) })),
  };
}

function key(name: string): string {
  return name.trim().toLowerCase();
}

function inForce(name: SettingName, rows: readonly Entry<'siteSettings'>[]): SettingInForce {
  const [first, ...others] = rows.filter((row) => row.fields.state !== 'inactive');
  const value = booleanOf(first);
  const ignored: IgnoredSetting[] = [];
  if (first === undefined) ignored.push(...rows.map((row) => ignoredRow(row, 'inactive')));
  else if (value === undefined)
    ignored.push(ignoredRow(first, first.fields.value === undefined ? 'no-value' : 'no-boolean'));
  // A copy that says the same changes nothing.
  ignored.push(
    ...others
      .filter((row) => (booleanOf(row) ?? settingDefaults[name]) !== (value ?? settingDefaults[name]))
      .map((row) => ignoredRow(row, 'second')),
  );
  return {
    value: value ?? settingDefaults[name],
    source: value === undefined ? 'default' : 'record',
    ...(first?.fields.value === undefined ? {} : { written: first.fields.value }),
    ...(first === undefined ? {} : { where: first.where(['value']) }),
    ...(ignored.length === 0 ? {} : { ignored }),
  };
}

function ignoredRow(row: Entry<'siteSettings'>, because: IgnoredSetting['because']): IgnoredSetting {
  return {
    because,
    written: row.fields.value ?? '',
    where: row.where([because === 'inactive' ? 'state' : 'value']),
  };
}

/** As the portal reads it: true or false, in any case, blanks around them allowed. */
function booleanOf(row: Entry<'siteSettings'> | undefined): boolean | undefined {
  const text = row?.fields.value?.trim().toLowerCase();
  return text === 'true' || text === 'false' ? text === 'true' : undefined;
}

function belongsTo(row: Entry<'siteSettings'>, site: Entry<'sites'> | undefined): boolean {
  const name = row.fields.site?.toLowerCase();
  if (name === undefined || site === undefined) return true;
  return name === site.id.toLowerCase() || name === site.fields.name?.toLowerCase();
}

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

export type SettingInForce = { value: boolean; source: 'record' | 'default'; where?: Where };

export type SiteSettings = {
  /** Whether anything at all was recorded of the site: a site, or one of its settings. */
  recorded: boolean;
  get(name: SettingName): SettingInForce;
};

/** Settings of one site (or of no site in particular) out of all recorded ones. */
export function siteSettings(records: Records, site: Entry<'sites'> | undefined): SiteSettings {
  const rows = records.siteSettings.filter((row) => row.fields.state !== 'inactive' && belongsTo(row, site));
  return {
    recorded: records.sites.length > 0 || records.siteSettings.length > 0,
    get(name) {
      const row = rows.find((candidate) => candidate.fields.name.trim().toLowerCase() === name.toLowerCase());
      const value = row?.fields.value?.trim().toLowerCase();
      if (row === undefined || (value !== 'true' && value !== 'false'))
        return { value: settingDefaults[name], source: 'default' };
      return { value: value === 'true', source: 'record', where: row.where(['value']) };
    },
  };
}

function belongsTo(row: Entry<'siteSettings'>, site: Entry<'sites'> | undefined): boolean {
  const name = row.fields.site?.toLowerCase();
  if (name === undefined || site === undefined) return true;
  return name === site.id.toLowerCase() || name === site.fields.name?.toLowerCase();
}

// `mailcheck site-settings`: which of the portal's settings are in force, and why. No network.
// Exit 3 where the records do not tell the value of a setting that mail hangs on.

import { siteSettings as settingsOf, type SettingInForce } from '../../core/delivery/site-settings.ts';
import {
  settingNamed,
  settingNames,
  settings as table,
  type KnownSetting,
} from '../../core/delivery/settings/table.ts';
import type { Entry, Records } from '../../core/records/records.ts';
import { nearest } from '../../core/records/suggest.ts';
import { whereText } from '../../core/records/where.ts';
import { runRules } from '../../core/rules/judge.ts';
import { meantBy } from '../../core/rules/setting-meant.ts';
import type { Finding, Language } from '../../core/rules/rule.ts';
import type { Context } from '../context.ts';
import { Unusable, worst, type ExitCode } from '../exit.ts';
import { safe } from '../safe.ts';
import { siteAsked } from '../site-asked.ts';
import { knowledgeOf } from '../setting-known.ts';
import { loadWorkspace } from '../workspace.ts';

export type SiteSettingsArguments = {
  workspace?: string;
  names: readonly string[];
  site?: string;
  all?: boolean;
  format?: 'human' | 'json';
};

/** A setting of the table, and what is in force. */
export type ShownSetting = KnownSetting & { inForce: SettingInForce };
export type ShownSite = {
  site: Entry<'sites'> | undefined;
  recorded: boolean;
  settings: ShownSetting[];
  /** Rows of settings that are not in the table. */
  others: Entry<'siteSettings'>[];
  findings: Finding[];
};
export type SiteSettingsReport = { named: boolean; sites: ShownSite[] };

const words: Record<
  Language,
  {
    unknown(name: string): string;
    meant(name: string): string;
    list: string;
  }
> = {
  en: {
    unknown: (name) => `There is no site setting "${name}", in the records or among those that are known.`,
    meant: (name) => ` Did you mean ${name}?`,
    list: ' "mailcheck site-settings --all" lists them.',
  },
  ja: {
    unknown: (name) => `「${name}」というサイト設定は、設定ファイルにも既知の設定にもありません。`,
    meant: (name) => `${name} のことですか。`,
    list: 'mailcheck site-settings --all で一覧を表示できます。',
  },
};

export async function siteSettings(args: SiteSettingsArguments, context: Context): Promise<ExitCode> {
  const { records } = await loadWorkspace(args.workspace, context);
  const names = namesAsked(args.names, records, context.language);
  const sites = sitesAsked(args.site, records, context.language).map((site) =>
    shownSite(site, records, { names, all: args.all === true }, context.now()),
  );
  const report = { named: names !== undefined, sites };
  const { siteSettingsHuman, siteSettingsJson } = await import('../reporters/site-settings.ts');
  context.out(
    args.format === 'json'
      ? siteSettingsJson(report)
      : siteSettingsHuman(report, context.style, context.language),
  );
  return worst(
    sites.flatMap(({ settings, recorded }) =>
      settings.map(({ setting, inForce }) =>
        setting.mail !== undefined && knowledgeOf(setting, inForce, recorded) !== 'recorded' ? 3 : 0,
      ),
    ),
  );
}

type Asked = { names: ReadonlySet<string> | undefined; all: boolean };

function shownSite(
  site: Entry<'sites'> | undefined,
  records: Records,
  { names, all }: Asked,
  now: Date,
): ShownSite {
  const settings = settingsOf(records, site);
  const wanted = (name: string) => names === undefined || names.has(keyOf(name));
  const recorded = new Set(settings.known.map(({ name }) => keyOf(name)));
  const ofTable = settingNames
    .map((name): KnownSetting => ({ name, setting: table[name] }))
    .filter(
      ({ name, setting }) =>
        names !== undefined || all || setting.mail !== undefined || recorded.has(keyOf(name)),
    );
  const ofProviders = settings.known.filter(({ name }) => !Object.hasOwn(table, name));
  const shown = [...ofTable, ...ofProviders].filter(({ name }) => wanted(name));
  const rows = settings.rows.filter(({ fields: { name } }) => wanted(name));
  const places = new Set(
    rows.flatMap((row) =>
      ['name', 'value', 'state', 'environmentVariableValue'].map((key) => whereText(row.where([key]))),
    ),
  );
  return {
    site,
    recorded: settings.recorded,
    settings: shown.map((known) => ({ ...known, inForce: settings.read(known) })),
    others: rows.filter(({ fields: { name } }) => settingNamed(name) === undefined),
    findings: runRules('settings', { settings, records, now }).filter(
      ({ where }) => where === undefined || places.has(whereText(where)),
    ),
  };
}

/** What was typed, as whole names; the part after the last "/" is enough where it says which one is meant. */
function namesAsked(
  typed: readonly string[],
  records: Records,
  language: Language,
): ReadonlySet<string> | undefined {
  if (typed.length === 0) return undefined;
  const said = words[language];
  const recorded = new Set(records.siteSettings.map(({ fields: { name } }) => keyOf(name)));
  const found = new Set<string>();
  const wrong: string[] = [];
  for (const name of typed) {
    const key = keyOf(name);
    const byLastPart = settingNames.filter((each) => keyOf(each).endsWith(`/${key}`));
    if (settingNamed(name) !== undefined || recorded.has(key)) found.add(key);
    else if (byLastPart.length > 0) for (const each of byLastPart) found.add(keyOf(each));
    else {
      const lastParts = settingNames.map((each) => each.slice(each.lastIndexOf('/') + 1));
      const meant = meantBy(name) ?? nearest(name, [...settingNames, ...lastParts]);
      wrong.push(said.unknown(safe(name, 200)) + (meant === undefined ? said.list : said.meant(meant)));
    }
  }
  if (wrong.length > 0) throw new Unusable(wrong.join('\n'));
  return found;
}

/** Each recorded site where none is named; none at all where the records name none. */
function sitesAsked(
  name: string | undefined,
  records: Records,
  language: Language,
): (Entry<'sites'> | undefined)[] {
  if (name !== undefined) return [siteAsked(name, records, language)];
  return records.sites.length === 0 ? [undefined] : records.sites;
}

function keyOf(name: string): string {
  return name.trim().toLowerCase();
}

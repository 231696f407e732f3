// Knows how the settings in force are told, to a person and to a program.
// JSON: { version: 1, command: "site-settings", sites: [{ site?, recorded, settings: [{ name, type, value, known, default?,
//         defaultInCode?, source, written?, where?, environmentVariable?, ignored, words }], others: [{ name, value?, where }],
//         findings: [finding with words] }] }. A time span is its text in .NET's form; "known": false where the records do not tell.

import { isSecretSetting } from '../../core/delivery/site-settings.ts';
import type { Setting, SettingValue } from '../../core/delivery/settings/setting.ts';
import { timeSpanText } from '../../core/delivery/settings/time-span.ts';
import { defaultText, settingValueText, writtenText } from '../../core/rules/setting-words.ts';
import type { Language } from '../../core/rules/rule.ts';
import type { ShownSetting, ShownSite, SiteSettingsReport } from '../commands/site-settings.ts';
import { safe } from '../safe.ts';
import { knowledgeOf } from '../setting-known.ts';
import type { Style } from '../style.ts';
import { placeText } from '../workspace.ts';
import { wrap } from '../wrap.ts';
import { findingLines } from './finding.ts';
import { withWords } from './json.ts';
import { machineText } from './machine-text.ts';
import { siteSettingsWords } from './site-settings-words.ts';

export function siteSettingsHuman(report: SiteSettingsReport, style: Style, language: Language): string {
  return report.sites
    .flatMap((site, index) => [
      ...(index === 0 ? [] : ['']),
      ...siteLines(site, report.named, style, language),
    ])
    .join('\n');
}

function siteLines(shown: ShownSite, named: boolean, style: Style, language: Language): string[] {
  const said = siteSettingsWords[language];
  const { colour, width } = style;
  const name = shown.site?.fields.name ?? shown.site?.id;
  const hasDefault = shown.settings.some(({ inForce }) => inForce.where === undefined);
  return [
    ...wrap(safe(name === undefined ? said.heading : said.headingOf(name)), width).map((line) =>
      colour.bold(line),
    ),
    ...(shown.recorded ? [] : wrap(said.nothingRecorded, width)),
    ...[...byFolder(shown.settings)].flatMap(([folder, settings]) => [
      '',
      colour.bold(`${folder}/`),
      ...settings.flatMap((setting) => settingLines(setting, shown, { folder, named, style, language })),
    ]),
    ...(shown.others.length === 0
      ? []
      : [
          '',
          ...wrap(said.others, width).map((line) => colour.bold(line)),
          ...shown.others.flatMap(({ fields, where }) => {
            const value = isSecretSetting(fields.name)
              ? said.secret
              : fields.value === undefined
                ? said.noValue
                : oneLine(fields.value);
            return wrap(`${safe(fields.name)} = ${value}  ${placeText(where())}`, width, '  ', '      ');
          }),
        ]),
    ...(shown.findings.length === 0
      ? []
      : [
          '',
          colour.bold(said.findings),
          ...shown.findings.flatMap((finding) =>
            findingLines(finding, named ? 'steps' : 'line', style, language),
          ),
        ]),
    ...(shown.recorded && hasDefault ? ['', ...wrap(said.defaultNote, width)] : []),
  ];
}

function settingLines(
  { name, setting, inForce }: ShownSetting,
  { recorded }: ShownSite,
  { folder, named, style, language }: { folder: string; named: boolean; style: Style; language: Language },
): string[] {
  const said = siteSettingsWords[language];
  const { colour, signs, width } = style;
  const knowledge = knowledgeOf(setting, inForce, recorded);
  const unknown = knowledge === 'not-recorded';
  const uncertain = knowledge === 'not-certain';
  const isDefault = inForce.source === 'default';
  const value = unknown
    ? said.notKnown
    : uncertain
      ? said.notCertain
      : oneLine(settingValueText(setting, inForce.value, language));
  const aside =
    (unknown && recorded) || (!isDefault && inForce.value === setting.default)
      ? ''
      : isDefault && knowledge === 'recorded'
        ? said.theDefault
        : said.defaultIs(defaultText(setting, language));
  const sign =
    unknown || uncertain
      ? colour.yellow(signs.unknown)
      : inForce.ignored === undefined
        ? ' '
        : colour.yellow(signs.warning);
  const [first = '', ...others] = wrap(
    `${name.slice(folder.length + 1)} = ${value}${aside}`,
    width,
    '    ',
    '      ',
  );
  return [
    `  ${sign} ${first.trimStart()}`,
    ...others,
    ...[...reasons(inForce, language)].flatMap((line) =>
      wrap(safe(line), width, '      ').map((each) => colour.dim(each)),
    ),
    ...wrap(setting.meaning[language], width, '      '),
    // The whole list would be twice as long with what follows from each default.
    ...(setting.mail === undefined || (!named && inForce.where === undefined)
      ? []
      : wrap(said.mail(setting.mail[language]), width, '      ')),
  ];
}

function* reasons(inForce: ShownSetting['inForce'], language: Language): Generator<string> {
  const { why } = siteSettingsWords[language];
  const { where, environmentVariable, ignored = [], source } = inForce;
  if (source === 'record' && where !== undefined)
    yield environmentVariable === undefined
      ? why.recorded(placeText(where))
      : why.fromVariable(environmentVariable, placeText(where));
  for (const one of ignored)
    yield why.ignored[one.because](
      placeText(one.where),
      one.because === 'environment-variable'
        ? (environmentVariable ?? '')
        : oneLine(writtenText(one.written, language)),
    );
}

function byFolder(settings: readonly ShownSetting[]): Map<string, ShownSetting[]> {
  const folders = new Map<string, ShownSetting[]>();
  for (const setting of settings) {
    const folder = folderOf(setting.name);
    const same = folders.get(folder);
    if (same === undefined) folders.set(folder, [setting]);
    else same.push(setting);
  }
  return folders;
}

/** Two folders, or one: what the settings of a group have in common. */
function folderOf(name: string): string {
  const parts = name.split('/');
  return parts.slice(0, Math.min(2, parts.length - 1)).join('/');
}

function oneLine(text: string): string {
  return safe(text.replaceAll(/\s*\n\s*/g, ' '), 200);
}

export function siteSettingsJson({ sites }: SiteSettingsReport): string {
  return machineText({
    version: 1,
    command: 'site-settings',
    sites: sites.map(({ site, recorded, settings, others, findings }) => ({
      ...(site === undefined ? {} : { site: { id: site.id, name: site.fields.name } }),
      recorded,
      settings: settings.map((setting) => jsonOf(setting, recorded)),
      others: others.map(({ fields, where }) => ({
        name: fields.name,
        ...(isSecretSetting(fields.name) ? {} : { value: fields.value }),
        where: where(),
      })),
      findings: findings.map(withWords),
    })),
  });
}

function jsonOf({ name, setting, inForce }: ShownSetting, recorded: boolean) {
  const { value, ignored = [], ...rest } = inForce;
  const known = knowledgeOf(setting, inForce, recorded) === 'recorded';
  return {
    name,
    type: setting.type,
    known,
    ...(known ? { value: jsonValue(setting, value) } : {}),
    default: jsonValue(setting, setting.default),
    ...(setting.type === 'boolean' && setting.inCode !== undefined ? { defaultInCode: setting.inCode } : {}),
    ...rest,
    ignored,
    meaning: setting.meaning,
    ...(setting.mail === undefined ? {} : { mail: setting.mail }),
  };
}

function jsonValue({ type }: Setting, value: SettingValue): SettingValue {
  return type === 'time-span' && typeof value === 'number' ? timeSpanText(value) : value;
}

// MC107: nothing of the portal site is recorded, or several sites are and none was named.

import type { Entry, Records } from '../records/records.ts';
import { resolveReference } from '../records/records.ts';
import { sources } from './path-names.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  code: 'MC107',
  subject: 'path',
  stage: 'request',
  severity: 'unknown',
  check: ({ path, records }) => {
    if (path.message.kind === 'workflow' || path.site.found !== undefined) return [];
    const { missing, reference } = path.site;
    if (missing === 'not-recorded' && reference === undefined && path.settings.recorded) return [];
    const names = records.sites.slice(0, 5).map((site) => toType(site, records));
    return [{ params: { several: missing === 'several', reference, names } }];
  },
  en: {
    title: 'The portal site is not recorded',
    why:
      "The site's settings decide whether a mail is asked for at all, and its identity (SYSTEM or an application user " +
      '"# Portals-…") decides in whose name the portal acts. A setting that is not written has its default only if the site is known.',
    message: ({ several, reference }) =>
      several
        ? `Several sites are recorded${reference === undefined ? '' : ` that "${reference}" fits`}, and it is not said which one is meant.`
        : reference === undefined
          ? 'No site and no site setting is recorded.'
          : `The site "${reference}" is not in the records.`,
    fix: ({ several, names }) => [
      {
        who: several ? 'mailcheck-user' : 'records-keeper',
        do: several
          ? `Name the site: ${names.map((name) => `--site "${name}"`).join(' or ')}.`
          : 'Add the portal under "sites:" with name and identity (a user: SYSTEM or # Portals-…), and under "siteSettings:" ' +
            'the rows of "Site Settings" that begin with Authentication/Registration/.',
      },
    ],
  },
  ja: {
    title: 'ポータルのサイトが記録されていません',
    why:
      'メールが要求されるかどうかはサイト設定で、ポータルが誰として動作するかはサイトのID(SYSTEMまたはアプリケーション ユーザー「# Portals-…」)で決まります。' +
      'サイトがわからないと、書かれていない設定を既定値とみなすこともできません。',
    message: ({ several, reference }) =>
      several
        ? `${reference === undefined ? '' : `「${reference}」に当てはまる`}サイトが複数あり、どれを指すのか決まりません。`
        : reference === undefined
          ? 'サイトもサイト設定も記録されていません。'
          : `サイト「${reference}」が設定ファイルにありません。`,
    fix: ({ several, names }) => [
      {
        who: several ? 'mailcheck-user' : 'records-keeper',
        do: several
          ? `サイトを ${names.map((name) => `--site "${name}"`).join(' または ')} で指定する。`
          : '「sites:」にポータルを追加し(name と、identity にSYSTEMまたは # Portals-… のユーザー)、「siteSettings:」に「サイト設定」の ' +
            'Authentication/Registration/ で始まる行を追加する。',
      },
    ],
  },
  sources: [sources.authentication, sources.connectivity],
  examples: {
    bad: [
      {
        change: {
          sites: { 'customer-portal': null },
          siteSettings: { 'Authentication/Registration/TwoFactorEnabled': null },
        },
      },
      { change: { sites: { 'partner-portal': { name: 'Partner Portal', identity: 'portal-user' } } } },
    ],
    good: [{}],
  },
});

/** Its name where no other site bears it, else its id. */
function toType({ id, fields: { name } }: Entry<'sites'>, records: Records): string {
  return name !== undefined && resolveReference(records, ['sites'], name).found?.id === id ? name : id;
}

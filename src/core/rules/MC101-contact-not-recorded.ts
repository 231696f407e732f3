// MC101: the contact who waits for the mail is not in the records, or the name fits several.

import { contactsWithAddress } from '../delivery/contacts-by-address.ts';
import { nameKey } from '../records/name-key.ts';
import type { Records } from '../records/records.ts';
import { distance } from '../records/suggest.ts';
import { sources } from './path-names.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  code: 'MC101',
  subject: 'path',
  stage: 'recipient',
  severity: 'unknown',
  check: ({ path, records }) => {
    const contact = path.message.to ?? '';
    // A reset ends at an address that several share (MC157): whose it was is of no matter.
    const shared = path.message.kind === 'password-reset' && contactsWithAddress(records, contact).length > 1;
    if (path.contact.found !== undefined || shared) return [];
    const { missing } = path.contact;
    const held = missing === 'not-recorded' ? secondaryOf(contact, records) : undefined;
    const meant = held === undefined ? meantBy(contact, records) : undefined;
    return [{ params: { missing, contact, meant, holder: held?.holder }, where: held?.where }];
  },
  en: {
    title: 'The contact is not in the records',
    why:
      'Whether a mail is due, where it goes and who sends it depends on the contact: its address, its permission, ' +
      'its portal columns and its owner. Without that record nothing can be said about them.',
    message: ({ missing, contact, meant, holder }) =>
      holder !== undefined
        ? `${contact} is ${holder.column} of the contact ${holder.name}; the portal's mail goes to emailAddress1 only, ${holder.first === undefined ? 'where no address stands' : `which is ${holder.first}`}.`
        : missing === 'not-given'
          ? 'Nobody was named who waits for the mail.'
          : missing === 'several'
            ? `"${contact}" fits several contacts of the records.`
            : `The contact ${contact} is not in the records.${meant === undefined ? '' : ` Did you mean ${meant}?`}`,
    fix: ({ missing, contact, holder }) =>
      holder !== undefined
        ? [
            {
              who: 'mailcheck-user',
              do: `Look at the mail of this contact: --to ${holder.first ?? holder.id}.`,
            },
            {
              who: 'system-administrator',
              do: `If the mail is to go to ${contact}: open the contact ${holder.name} and put this address into "Email" (emailaddress1). The contact has to confirm it afterwards.`,
            },
          ]
        : [
            {
              who: 'records-keeper',
              do:
                missing === 'not-given'
                  ? 'Name the contact: --to ADDRESS (its emailAddress1, its id or its full name).'
                  : missing === 'several'
                    ? 'Name the contact by its id: --to ID.'
                    : `Add the contact under "contacts:" with emailAddress1: ${contact}, owner, doNotEmail, identityEmailAddress1Confirmed, ` +
                      'identityTwoFactorEnabled and identityLogonEnabled.',
            },
          ],
  },
  ja: {
    title: '取引先担当者が設定ファイルにありません',
    why:
      'メールが必要かどうか、宛先、差出人は、取引先担当者のレコード(アドレス、許可、ポータルの列、所有者)で決まります。' +
      'このレコードがないと判断できません。',
    message: ({ missing, contact, meant, holder }) =>
      holder !== undefined
        ? `${contact} は取引先担当者 ${holder.name} の ${holder.column} です。ポータルのメールは emailAddress1(${holder.first ?? 'アドレスなし'})だけに送信されます。`
        : missing === 'not-given'
          ? 'メールを待っている取引先担当者が指定されていません。'
          : missing === 'several'
            ? `「${contact}」に当てはまる取引先担当者が複数あります。`
            : `取引先担当者 ${contact} が設定ファイルにありません。${meant === undefined ? '' : `${meant} のことですか。`}`,
    fix: ({ missing, contact, holder }) =>
      holder !== undefined
        ? [
            {
              who: 'mailcheck-user',
              do: `この取引先担当者へのメールを調べる(--to ${holder.first ?? holder.id})。`,
            },
            {
              who: 'system-administrator',
              do: `${contact} に送信する場合は、取引先担当者 ${holder.name} を開き、「電子メール」(emailaddress1)にこのアドレスを入力する。その後、本人がアドレスを確認し直す。`,
            },
          ]
        : [
            {
              who: 'records-keeper',
              do:
                missing === 'not-given'
                  ? '取引先担当者を --to アドレス で指定する(emailAddress1、ID、氏名のどれか)。'
                  : missing === 'several'
                    ? '取引先担当者をIDで指定する(--to ID)。'
                    : `「contacts:」に取引先担当者を追加する(emailAddress1: ${contact}、owner、doNotEmail、identityEmailAddress1Confirmed、` +
                      'identityTwoFactorEnabled、identityLogonEnabled)。',
            },
          ],
  },
  sources: [sources.table('contact'), sources.authentication],
  examples: {
    bad: [
      { change: { contacts: { taro: null } } },
      { message: { kind: 'email-confirmation', to: 'tarou@example.com' } },
      {
        message: { kind: 'email-confirmation', to: 'taro@example.net' },
        change: { contacts: { taro: { emailAddress2: 'taro@example.net' } } },
      },
    ],
    good: [
      {},
      {
        message: { kind: 'password-reset', to: 'taro@example.com' },
        change: { contacts: { 'taro-2': { emailAddress1: 'taro@example.com' } } },
      },
    ],
  },
});

/** The contact that has this address, but not as the one that the portal's mail goes to. */
function secondaryOf(typed: string, records: Records) {
  const wanted = typed.trim().toLowerCase();
  for (const contact of records.contacts)
    for (const column of ['emailAddress2', 'emailAddress3'] as const)
      if (contact.fields[column]?.toLowerCase() === wanted) {
        const { fullName, emailAddress1 } = contact.fields;
        const first = emailAddress1 ?? undefined;
        return {
          holder: { id: contact.id, name: fullName ?? first ?? contact.id, column, first },
          where: contact.where([column]),
        };
      }
  return undefined;
}

/**
 * Addresses of different people are often alike: only one wrong letter, or two swapped, is taken for a slip. Another space between
 * family and given name, or another width, is one too.
 */
function meantBy(typed: string, records: Records): string | undefined {
  const wanted = nameKey(typed);
  const names = records.contacts
    .slice(0, 10_000)
    .flatMap(({ id, fields }) => [fields.emailAddress1, fields.fullName, id]);
  return (
    names.find((name) => typeof name === 'string' && bare(name) === bare(typed)) ??
    names.find(
      (name) => typeof name === 'string' && name.length > 4 && distance(wanted, nameKey(name)) === 1,
    ) ??
    undefined
  );
}

function bare(name: string): string {
  return nameKey(name).normalize('NFKC').replaceAll(/\s+/gu, '');
}

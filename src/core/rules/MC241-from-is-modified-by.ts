// MC241: From = Modified By is whoever changed the contact last when the process runs, which changes with every visit of the portal.

import { isIdentityKind } from '../delivery/find-process.ts';
import { resolveReference } from '../records/records.ts';
import { alternativeSenders, fixWithAlternativeSender, senderFix } from './alternative-sender.ts';
import { contactName, sources } from './path-names.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  code: 'MC241',
  subject: 'path',
  stage: 'sender',
  severity: 'warning',
  check: ({ path, records }) => {
    const { end, through, where } = path.sender;
    if (through?.attribute !== 'modifiedBy') return [];
    // Another sender that cannot send is said by its own rule (MC201, MC202).
    if (end.kind !== 'user' && end.kind !== 'unknown') return [];
    const identity = path.site.found?.fields.identity;
    const user =
      identity === undefined ? undefined : resolveReference(records, ['users'], identity).found?.fields;
    return [
      {
        params: {
          ...senderFix(path, records),
          // Whoever changed the contact last may well be the one to set for good.
          alternatives: alternativeSenders(records),
          contact: contactName(path),
          recorded: end.kind === 'user' ? (end.user.fields.fullName ?? end.user.id) : undefined,
          identity: user?.fullName ?? identity,
          byPortal: isIdentityKind(path.message.kind),
        },
        where,
      },
    ];
  },
  en: {
    title: 'The sender changes with whoever changed the contact last',
    why:
      'From = Modified By is read when the process runs. Whatever a visitor does to the contact in the portal (registering, saving ' +
      'the profile, confirming the address) is written by the identity of the portal: SYSTEM, or an application user "# Portals-…". ' +
      'Neither has a mailbox that can send, so the mail may leave once and not the next time.',
    message: ({ process, contact, recorded, identity, byPortal }) =>
      `"${process}" sends as whoever changed the contact ${contact} last` +
      (recorded === undefined ? '' : ` (${recorded}, as recorded)`) +
      `; ${byPortal ? 'when the portal asks for the mail' : 'after a visit of the portal'} that may be ${identity === undefined ? 'the identity of the portal' : `"${identity}", the identity of the portal`}.`,
    fix: (params) => fixWithAlternativeSender(params, 'en'),
  },
  ja: {
    title: '差出人が、取引先担当者を最後に変更したユーザーによって変わります',
    why:
      '「修正者」を差出人にすると、プロセスの実行時点の修正者が差出人になります。利用者がポータルで行う登録、プロファイルの保存、アドレスの確認などは、' +
      'ポータルの実行ユーザー(SYSTEM、または「# Portals-」で始まるアプリケーション ユーザー)による変更として記録されます。' +
      'どちらも送信できるメールボックスを持たないため、一度届いたメールが次は届かない、ということが起こります。',
    message: ({ process, contact, recorded, identity, byPortal }) =>
      `「${process}」の差出人は、取引先担当者 ${contact} を最後に変更したユーザー` +
      (recorded === undefined ? '' : `(記録では「${recorded}」)`) +
      `です。${byPortal ? 'ポータルがメールを要求する時点では' : 'ポータルでの操作の後は'}、${identity === undefined ? 'ポータルの実行ユーザー' : `ポータルの実行ユーザー「${identity}」`}になっている可能性があります。`,
    fix: (params) => fixWithAlternativeSender(params, 'ja'),
  },
  sources: [
    sources.connectivity,
    sources.fieldReport,
    'derived: Modified By of a record that a visitor changed is the identity of the portal',
  ],
  examples: {
    bad: [modifiedBy('admin-user'), modifiedBy(undefined)],
    good: [
      modifiedBy('portal-user'),
      {
        change: {
          contacts: { taro: { createdBy: 'admin-user' } },
          processes: { confirmation: { sendEmailSteps: [{ from: 'created-by' }] } },
        },
      },
    ],
  },
});

function modifiedBy(user: string | undefined) {
  return {
    change: {
      contacts: { taro: { modifiedBy: user } },
      processes: { confirmation: { sendEmailSteps: [{ from: 'modified-by' }] } },
    },
  };
}

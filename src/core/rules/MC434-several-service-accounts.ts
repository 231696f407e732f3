// MC434: several mailboxes are the service account of one profile, which takes one.

import { resolveReference, type Entry } from '../records/records.ts';
import { adminCenter, productPages } from './admin-center.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  code: 'MC434',
  subject: 'records',
  stage: 'profile',
  severity: 'error',
  check: ({ records }) => {
    const first = new Map<string, Entry<'mailboxes'>>();
    return records.mailboxes.flatMap((mailbox) => {
      const { isServiceAccount, profile } = mailbox.fields;
      if (isServiceAccount !== true || typeof profile !== 'string') return [];
      const id = resolveReference(records, ['profiles'], profile).found?.id ?? profile;
      const before = first.get(id);
      if (before === undefined) first.set(id, mailbox);
      return before === undefined
        ? []
        : [
            {
              params: {
                profile,
                mailbox: mailbox.fields.emailAddress ?? mailbox.id,
                other: before.fields.emailAddress ?? before.id,
              },
              where: mailbox.where(['isServiceAccount']),
            },
          ];
    });
  },
  en: {
    title: 'A profile has more than one service account mailbox',
    why: 'The platform takes one mailbox as the service account of a server profile and refuses more (0x8005E24A, ServiceAccountMailboxesCountIsGreaterThanOne); a Hybrid profile with none is refused as well (0x8005E249 ServiceAccountMailboxesCountIsZero).',
    message: ({ profile, mailbox, other }) =>
      `${mailbox} and ${other} are both the service account of "${profile}".`,
    fix: ({ mailbox }) => [
      adminCenter.en.inMailbox(mailbox, 'switch "Is Service Account" off for all but one mailbox, and save.'),
    ],
  },
  ja: {
    title: 'プロファイルのサービス アカウントのメールボックスが複数あります',
    why: 'サーバー プロファイルのサービス アカウントにできるメールボックスは1つだけで、複数あると拒否されます(0x8005E24A ServiceAccountMailboxesCountIsGreaterThanOne)。ハイブリッドのプロファイルでは、1つもない場合も拒否されます(0x8005E249 ServiceAccountMailboxesCountIsZero)。',
    message: ({ profile, mailbox, other }) =>
      `${mailbox} と ${other} の両方が「${profile}」のサービス アカウントです。`,
    fix: ({ mailbox }) => [
      adminCenter.ja.inMailbox(mailbox, '1つを除いて「サービス アカウント」をオフにして保存する。'),
    ],
  },
  sources: [productPages.errorCodes],
  examples: {
    bad: [
      { change: { mailboxes: { admin: { isServiceAccount: true }, support: { isServiceAccount: true } } } },
    ],
    good: [{ change: { mailboxes: { admin: { isServiceAccount: true } } } }],
  },
});

// MC328: the platform keeps an error of the last synchronization of this mailbox.

import { adminCenter, productPages } from './admin-center.ts';
import { isSynchronized, nameOf } from './mailbox-questions.ts';
import type { Language } from './rule.ts';
import { defineRule } from './rule.ts';
import { momentWords } from './session-words.ts';
import { isAppPasswordRefusal, isMultiFactorRefusal, isOvercome } from './stored-refusals.ts';
import { syncErrorOf } from './sync-errors.ts';

type Params = {
  mailbox: string;
  text: string | undefined;
  code: number | undefined;
  at: string | undefined;
  cause: Record<Language, string> | undefined;
  stopsSending: boolean;
};

export default defineRule({
  code: 'MC328',
  subject: 'mailbox',
  stage: 'mailbox',
  severity: 'warning',
  check: (facts) => {
    const { lastSyncError: text, lastSyncErrorCode, lastSyncErrorOccurredOn: at } = facts.mailbox.fields;
    const code = lastSyncErrorCode === 0 ? undefined : lastSyncErrorCode;
    if ((text === undefined && code === undefined) || facts.purpose === 'test') return [];
    if (!isSynchronized(facts, 'outgoing') || isOvercome(facts)) return [];
    // These two have rules of their own.
    if (text !== undefined && (isMultiFactorRefusal(text) || isAppPasswordRefusal(text))) return [];
    const error = syncErrorOf(text, code);
    const stopsSending = error?.stopsSending ?? true;
    const params: Params = { mailbox: nameOf(facts), text, code, at, cause: error?.cause, stopsSending };
    return [
      {
        params,
        where: facts.mailbox.where([text === undefined ? 'lastSyncErrorCode' : 'lastSyncError']),
        ...(stopsSending ? {} : { severity: 'information' as const }),
      },
    ];
  },
  en: {
    title: 'The last synchronization of the mailbox ended with an error',
    why:
      'The platform keeps the last error of a mailbox (lastsyncerror, lastsyncerrorcode). It may be over by now; a test that ' +
      'succeeded after it shows that. Errors of receiving, or of appointments, contacts and tasks, do not stop what is sent.',
    message: (params) => {
      const { mailbox, at, cause, stopsSending } = params;
      const time = at === undefined ? '' : ` on ${momentWords(at)}`;
      const meaning = cause === undefined ? '' : `: ${cause.en}`;
      return `The last synchronization of ${mailbox} ended with an error${time}${meaning}${asItCame(params, 'en')}; ${stopsSending ? 'this may stop its mail' : 'this does not stop what is sent'}.`;
    },
    fix: ({ mailbox, at }) => [
      adminCenter.en.inMailbox(mailbox, 'read the newest entry under "Alerts" and correct what it names.'),
      adminCenter.en.testAndEnable(mailbox),
      {
        who: 'records-keeper',
        do: `Then write the new state into the record of ${mailbox}: testMailboxAccessCompletedOn${at === undefined ? ', lastSyncErrorOccurredOn' : ''}, or take lastSyncError and lastSyncErrorCode away if they are empty there.`,
      },
    ],
  },
  ja: {
    title: 'メールボックスの前回の同期がエラーで終わっています',
    why:
      'メールボックスには最後のエラーが残ります(lastsyncerror、lastsyncerrorcode)。その後のテストに成功していれば、すでに解消しています。' +
      '受信や、予定、取引先担当者、タスクのエラーは、送信には影響しません。',
    message: (params) => {
      const { mailbox, at, cause, stopsSending } = params;
      const time = at === undefined ? '' : `(${momentWords(at)})`;
      const meaning = cause === undefined ? '' : `${cause.ja}。`;
      return `${mailbox} の前回の同期がエラーで終わっています${time}。${meaning}${asItCame(params, 'ja')}${stopsSending ? 'メールが止まる可能性があります。' : '送信には影響しません。'}`;
    },
    fix: ({ mailbox, at }) => [
      adminCenter.ja.inMailbox(mailbox, '「警告」の最新のものを読み、原因を直す。'),
      adminCenter.ja.testAndEnable(mailbox),
      {
        who: 'records-keeper',
        do: `済んだら ${mailbox} の記録を更新する: testMailboxAccessCompletedOn${at === undefined ? '、lastSyncErrorOccurredOn' : ''}。画面でエラーが消えていれば lastSyncError と lastSyncErrorCode を消す。`,
      },
    ],
  },
  sources: [
    productPages.mailboxTable,
    productPages.errorCodes,
    'https://learn.microsoft.com/troubleshoot/power-platform/dataverse/email-exchange-synchronization/troubleshooting-monitoring-server-side-synchronization',
  ],
  examples: {
    bad: [
      { change: { mailboxes: { admin: { lastSyncErrorCode: -2_147_098_072 } } } },
      {
        change: {
          mailboxes: {
            admin: {
              lastSyncError: 'ErrorQuotaExceeded. Exchange.server returned 403 error',
              lastSyncErrorOccurredOn: '2026-11-20T10:00:00Z',
            },
          },
        },
      },
      { change: { mailboxes: { admin: { lastSyncError: 'UserPrivilegeError' } } } },
      { change: { mailboxes: { admin: { lastSyncError: 'something that nobody knows' } } } },
    ],
    good: [
      { change: { mailboxes: { admin: { lastSyncErrorCode: 0 } } } },
      {
        change: {
          mailboxes: {
            admin: {
              lastSyncError: 'ErrorQuotaExceeded. Exchange.server returned 403 error',
              lastSyncErrorOccurredOn: '2026-11-20T08:00:00Z',
            },
          },
        },
      },
    ],
  },
});

/** The error in its own words and its number, in the two ways in which screens and articles write it. */
function asItCame({ text, code }: Params, language: Language): string {
  const hexadecimal = code === undefined ? '' : `0x${(code >>> 0).toString(16).toUpperCase()}`;
  const parts = [
    ...(text === undefined ? [] : [language === 'en' ? `"${text}"` : `「${text}」`]),
    ...(code === undefined
      ? []
      : [language === 'en' ? `${hexadecimal}, ${code}` : `${hexadecimal}、${code}`]),
  ];
  if (language === 'en') return parts.length === 0 ? '' : ` (${parts.join(', ')})`;
  return parts.length === 0 ? '' : `エラー: ${parts.join('、')}。`;
}

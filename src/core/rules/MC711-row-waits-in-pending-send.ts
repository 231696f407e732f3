// MC711: the row waits in Pending Send.

import { adminCenter } from './admin-center.ts';
import { durationWords, isLaterThan, minutesWaited, patience, rowHit, rowWords } from './email-hit.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  code: 'MC711',
  subject: 'email',
  stage: 'mailbox',
  severity: 'error',
  check: (facts) => {
    const { statusCode, senderMailbox, postponeEmailProcessingUntil, delayedEmailSendTime } =
      facts.email.fields;
    if (statusCode !== 'pending-send' || senderMailbox === null) return [];
    if ([postponeEmailProcessingUntil, delayedEmailSendTime].some((time) => isLaterThan(time, facts.now)))
      return [];
    const minutes = minutesWaited(facts);
    const young = minutes !== undefined && minutes <= patience;
    if (young && facts.path === undefined) return [];
    const explained = facts.path?.blockedBy !== undefined;
    const severity = young || explained ? 'information' : minutes === undefined ? 'warning' : 'error';
    return [rowHit(facts, 'statusCode', severity, { young })];
  },
  en: {
    title: 'The e-mail waits in Pending Send',
    why: 'Pending Send means that the process has done its part and the mail waits for the mailbox of its sender (by its state it counts as Completed all the same). Within some 15 minutes it is picked up; one that waits longer waits for a mailbox that is not approved, not tested, switched off, without a profile, postponed or over its quota.',
    message: (p) =>
      `${rowWords(p, 'en')} ${p.minutes === undefined ? 'is Pending Send' : `has been Pending Send for ${durationWords(p.minutes, 'en')}`}${p.young ? ': that is not long' : p.blockedBy === undefined ? ', and the records show no reason' : `; ${p.blockedBy} says why`}.`,
    fix: (p) =>
      p.young
        ? [{ who: 'portal-visitor', do: 'Wait until 15 minutes have passed, then look at the row again.' }]
        : p.blockedBy === undefined
          ? [
              {
                who: 'system-administrator',
                do: `Compare the record${p.mailbox === undefined ? " of the sender's mailbox" : ` of ${p.mailbox}`} with its page in the admin center: "Outgoing Email Status", "Email Approval", "Server Profile", and read its newest alert.`,
              },
              ...(p.mailbox === undefined ? [] : [adminCenter.en.testAndEnable(p.mailbox)]),
            ]
          : [
              {
                who: 'system-administrator',
                do: `Correct what ${p.blockedBy} says. The row is then sent by itself.`,
              },
            ],
  },
  ja: {
    title: 'メールが「送信保留」のまま待っています',
    why: '「送信保留」は、プロセスの処理が済み、差出人のメールボックスによる送信を待っている状態です(状態の分類では「完了」に含まれるので注意が必要です)。通常は15分程度で処理されます。それより長い場合は、メールボックスの未承認、未テスト、無効、プロファイルなし、延期、容量超過などが考えられます。',
    message: (p) =>
      `${rowWords(p, 'ja')}は「送信保留」${p.minutes === undefined ? '' : `のまま${durationWords(p.minutes, 'ja')}たってい`}${p.minutes === undefined ? 'です' : 'ます'}。${p.young ? 'まだ長い時間ではありません。' : p.blockedBy === undefined ? '設定ファイルからは理由がわかりません。' : `理由は${p.blockedBy}のとおりです。`}`,
    fix: (p) =>
      p.young
        ? [{ who: 'portal-visitor', do: '15分たつまで待ち、もう一度行の状態を見る。' }]
        : p.blockedBy === undefined
          ? [
              {
                who: 'system-administrator',
                do: `管理センターで${p.mailbox === undefined ? '差出人のメールボックス' : ` ${p.mailbox} `}を開き、「送信電子メールの状態」「電子メールの承認」「サーバー プロファイル」が設定ファイルと同じか比べ、最新の警告を読む。`,
              },
              ...(p.mailbox === undefined ? [] : [adminCenter.ja.testAndEnable(p.mailbox)]),
            ]
          : [
              {
                who: 'system-administrator',
                do: `${p.blockedBy} の対処方法を実施する。行はその後、自動的に送信される。`,
              },
            ],
  },
  sources: [
    'https://learn.microsoft.com/power-apps/developer/data-platform/reference/entities/email',
    'https://learn.microsoft.com/troubleshoot/power-platform/dataverse/email-exchange-synchronization/troubleshooting-monitoring-server-side-synchronization',
  ],
  examples: {
    bad: [
      {
        change: {
          emails: {
            row: {
              to: 'taro@example.com',
              isWorkflowCreated: true,
              statusCode: 'pending-send',
              createdOn: '2026-11-21T07:00:00Z',
            },
          },
        },
      },
      {
        change: {
          emails: { row: { to: 'taro@example.com', isWorkflowCreated: true, statusCode: 'pending-send' } },
        },
      },
      {
        change: {
          emails: {
            row: {
              to: 'taro@example.com',
              isWorkflowCreated: true,
              statusCode: 'pending-send',
              createdOn: '2026-11-21T08:55:00Z',
            },
          },
        },
      },
    ],
    good: [
      {},
      {
        change: {
          emails: {
            row: {
              to: 'taro@example.com',
              isWorkflowCreated: true,
              statusCode: 'sent',
              createdOn: '2026-11-21T07:00:00Z',
            },
          },
        },
      },
    ],
  },
});

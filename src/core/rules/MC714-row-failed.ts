// MC714: the platform gave the row up.

import { serverKnowledge } from '../delivery/server-knowledge.ts';
import { rowHit, rowWords } from './email-hit.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  code: 'MC714',
  subject: 'email',
  stage: 'server',
  severity: 'error',
  check: (facts) => {
    const { statusCode, modifiedOn, createdOn } = facts.email.fields;
    if (statusCode !== 'failed') return [];
    const { mailbox, records, now } = facts;
    const known = mailbox === undefined ? undefined : serverKnowledge(mailbox, records, [], now);
    const failedAt = modifiedOn ?? createdOn;
    const testedLater =
      known?.status === 'success' &&
      known.at !== undefined &&
      failedAt !== undefined &&
      Date.parse(known.at) > Date.parse(failedAt);
    const severity = facts.path?.blockedBy !== undefined || testedLater ? 'information' : 'error';
    return [rowHit(facts, 'statusCode', severity, { testedLater })];
  },
  en: {
    title: 'Sending the e-mail failed',
    why: 'Failed means that a permanent error stopped this mail, or ten tries did. By its state the row is Open: it can be changed and sent again. The reason stands in an alert, on the row or at the mailbox.',
    message: (p) =>
      `${rowWords(p, 'en')} has Failed${p.testedLater ? '; a test of its mailbox succeeded later' : p.blockedBy === undefined ? '' : ` (see ${p.blockedBy})`}.`,
    fix: (p) => [
      ...(p.testedLater
        ? []
        : [
            {
              who: 'system-administrator' as const,
              do: `Read the alert on the row${p.mailbox === undefined ? '' : ` and the newest alert of ${p.mailbox}`}, and ask what it means: mailcheck explain "(the alert's text)"`,
            },
          ]),
      {
        who: 'system-administrator',
        do: 'Then send again: open the row and choose "Send". A code or link may have expired: have a new one asked for.',
      },
    ],
  },
  ja: {
    title: 'メールの送信に失敗しています',
    why: '「失敗」は、恒久的なエラーか10回の再試行の末に、このメールの送信が打ち切られた状態です。状態の分類では「開いている」なので、編集して送信し直すことができます。理由は、行かメールボックスの警告に書かれています。',
    message: (p) =>
      `${rowWords(p, 'ja')}は「失敗」です${p.testedLater ? '(メールボックスのテストは、その後成功しています)' : p.blockedBy === undefined ? '' : `(${p.blockedBy} を参照)`}。`,
    fix: (p) => [
      ...(p.testedLater
        ? []
        : [
            {
              who: 'system-administrator' as const,
              do: `行の警告${p.mailbox === undefined ? '' : `と、${p.mailbox} の最新の警告`}を読み、意味を調べる: mailcheck explain "警告の文面"`,
            },
          ]),
      {
        who: 'system-administrator',
        do: 'その後、行を開いて「送信」を選ぶ。コードやリンクの期限が切れていることがあるので、新しいメールを要求してもらってもよい。',
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
              statusCode: 'failed',
              createdOn: '2026-11-21T08:00:00Z',
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
              createdOn: '2026-11-21T08:00:00Z',
            },
          },
        },
      },
    ],
  },
});

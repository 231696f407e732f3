// MC399: an alert that no line of the table recognises: said with its level, never taken for harmless.

import { alertHit } from './alert-rule.ts';
import { headOf, namesOf } from './alert-words.ts';
import { defineRule, type Severity } from './rule.ts';

export default defineRule({
  code: 'MC399',
  subject: 'alert',
  stage: 'mailbox',
  severity: 'unknown',
  check: (facts) => {
    const { alert, recognised, test } = facts;
    const { level, text } = alert.fields;
    // A test that succeeds writes an alert of this level, and so does everything that is well.
    if (recognised.meaning !== undefined || level === 'information') return [];
    const aboutSending = recognised.affects === 'sending' || recognised.affects === 'both';
    const severity: Severity =
      test.result === 'later-success' || !aboutSending
        ? 'information'
        : level === 'error'
          ? 'unknown'
          : 'warning';
    const hit = alertHit(facts, severity);
    return [{ ...hit, params: { ...hit.params, ...(text === undefined ? {} : { text: excerpt(text) }) } }];
  },
  en: {
    title: 'An alert is not known',
    why: 'The platform writes alerts in many wordings. This one has no code or telltale that mailcheck knows, so whether it stops mail cannot be told from it. An alert of the level Error means that the platform may have switched the mailbox off.',
    message: (params) =>
      `${headOf(params, 'en')} is not known to mailcheck${params.code === undefined ? '' : ` (${params.code})`}${params.text === undefined ? '.' : `: "${params.text}"`}${params.testedLater === undefined ? '' : ' A test of sending succeeded later.'}`,
    fix: (params) => [
      {
        who: 'system-administrator',
        do: 'Open the alert ("Learn More", "Details"): where an "Email Server Error Code" stands there, add it to its record: code: (the code)',
      },
      {
        who: 'system-administrator',
        do: `See for yourself whether the mailbox sends: mailcheck test-mailbox ${namesOf(params, 'en').mailbox}`,
      },
    ],
  },
  ja: {
    title: '内容のわからない警告があります',
    why: 'プラットフォームの警告にはさまざまな文面があります。この警告には、mailcheckが知っているコードや語句が含まれていないため、メールを止めるものかどうか判断できません。エラー レベルの警告であれば、メールボックスが無効になっている可能性があります。',
    message: (params) =>
      `${headOf(params, 'ja')}の内容を判別できません${params.code === undefined ? '' : `(${params.code})`}${params.text === undefined ? '。' : `:「${params.text}」`}${params.testedLater === undefined ? '' : 'その後の送信テストは成功しています。'}`,
    fix: (params) => [
      {
        who: 'system-administrator',
        do: '警告の詳細を開く。「Email Server Error Code」が書かれていれば、警告のレコードに追加する: code: (そのコード)',
      },
      {
        who: 'system-administrator',
        do: `メールボックスから送信できるかを実際に確かめる: mailcheck test-mailbox ${namesOf(params, 'ja').mailbox}`,
      },
    ],
  },
  sources: [
    'https://learn.microsoft.com/power-platform/admin/monitor-email-processing-errors',
    'derived: what is not known is not called harmless',
  ],
  examples: {
    bad: [
      {
        change: {
          alerts: {
            example: {
              text: 'Something new happened in the mailbox.',
              level: 'error',
              regarding: 'admin',
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
          alerts: {
            example: {
              text: 'The mailbox was tested with success.',
              level: 'information',
              regarding: 'admin',
            },
          },
        },
      },
    ],
  },
});

const longest = 200;

function excerpt(text: string): string {
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}

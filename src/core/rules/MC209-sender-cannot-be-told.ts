// MC209: the records do not say who From is at run time; the finding names the record that would say it.

import { invitation } from './invitation-example.ts';
import { contactName, processName, sources } from './path-names.ts';
import { defineRule } from './rule.ts';
import type { Who } from './rule.ts';
import { unknownSenderWords, type UnknownSenderParams } from './unknown-sender-words.ts';

export default defineRule({
  code: 'MC209',
  subject: 'path',
  stage: 'sender',
  severity: 'unknown',
  check: ({ path, records }) => {
    const { end, through, where } = path.sender;
    if (end.kind !== 'unknown' || end.because === 'process-not-recorded' || end.because === 'no-step')
      return [];
    const params: UnknownSenderParams = {
      because: end.because,
      process: processName(path),
      contact: contactName(path),
      reference: end.reference ?? '',
      anybody: records.contacts.length > 0,
    };
    return [{ params, where: through?.where ?? where }];
  },
  en: {
    title: 'Who sends cannot be told',
    why:
      'From of a process can be read from another record when the process runs: the owner of the contact, a lookup, the user who ' +
      'calls. Without that record the sender, the mailbox and the server profile are unknown. No sender is guessed.',
    message: (params) => unknownSenderWords[params.because].en.message(params),
    fix: (params) => [{ who: whoKnows(params), do: unknownSenderWords[params.because].en.fix(params) }],
  },
  ja: {
    title: '差出人を特定できません',
    why:
      'プロセスの差出人は、実行時に別のレコード(取引先担当者の所有者、ほかの検索列、実行したユーザーなど)から決まることがあります。' +
      'そのレコードがないと、差出人もメールボックスもサーバー プロファイルもわかりません。推測はしません。',
    message: (params) => unknownSenderWords[params.because].ja.message(params),
    fix: (params) => [{ who: whoKnows(params), do: unknownSenderWords[params.because].ja.fix(params) }],
  },
  sources: [sources.processes, sources.fieldReport],
  examples: {
    bad: [
      {
        change: {
          contacts: { taro: { owner: undefined } },
          processes: { confirmation: { sendEmailSteps: [{ from: 'owner' }] } },
        },
      },
      {
        change: { processes: { confirmation: { sendEmailSteps: [{ from: { field: 'new_senderid' } }] } } },
      },
      { change: { processes: { confirmation: { sendEmailSteps: [{ name: 'Send e-mail' }] } } } },
      {
        message: { kind: 'workflow', process: 'welcome' },
        change: {
          processes: {
            welcome: {
              name: 'Welcome',
              category: 'action',
              state: 'activated',
              sendEmailSteps: [{ from: 'calling-user' }],
            },
          },
        },
      },
      {
        message: { kind: 'invitation', to: 'taro@example.com' },
        change: { processes: { invitation: { ...invitation, sendEmailSteps: [{ from: 'owner' }] } } },
      },
    ],
    good: [
      {
        message: { kind: 'invitation', to: 'taro@example.com' },
        change: {
          processes: { invitation: { ...invitation, sendEmailSteps: [{ from: 'owner' }] } },
          invitations: { first: { contact: 'taro', createdBy: 'admin-user' } },
        },
      },
      {
        change: {
          contacts: { taro: { owner: 'admin-user' } },
          processes: { confirmation: { sendEmailSteps: [{ from: 'owner' }] } },
        },
      },
    ],
  },
});

function whoKnows({ because }: UnknownSenderParams): Who {
  return because === 'calling-user' || because === 'field-not-recorded' ? 'process-owner' : 'records-keeper';
}

// MC722: there is a row although the path says that none is made.

import { rowHit, rowWords } from './email-hit.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  code: 'MC722',
  subject: 'email',
  stage: 'process',
  severity: 'information',
  check: (facts) =>
    facts.path?.predicted === 'no-row' && facts.email.fields.statusCode !== 'sent'
      ? [rowHit(facts, 'statusCode', 'information', {})]
      : [],
  en: {
    title: 'There is an e-mail row although none should be made',
    why: 'By the records nothing makes a row for this mail. The row may be older than a change of the records, or another process made it.',
    message: (p) =>
      `${rowWords(p, 'en')} is there, although by the records${p.blockedBy === undefined ? '' : ` (${p.blockedBy})`} none is made: they may have changed since, or another process made it.`,
    fix: () => [
      {
        who: 'system-administrator',
        do: 'Compare the time and subject of the row with what the process sends.',
      },
      {
        who: 'records-keeper',
        do: 'Where another process made it, name that in the record of the row: process: (its name). Where the records are out of date, correct them.',
      },
    ],
  },
  ja: {
    title: '作られないはずの電子メールの行があります',
    why: '設定ファイルによれば、このメールの行は作られません。設定が変わる前の行か、別のプロセスが作った行の可能性があります。',
    message: (p) =>
      `${rowWords(p, 'ja')}がありますが、設定ファイルによれば行は作られません${p.blockedBy === undefined ? '' : `(${p.blockedBy})`}。その後に設定が変わったか、別のプロセスが作った可能性があります。`,
    fix: () => [
      { who: 'system-administrator', do: '行の作成日時と件名を、プロセスが送るメールと比べる。' },
      {
        who: 'records-keeper',
        do: '別のプロセスが作った行なら、行のレコードに追加する: process: (そのプロセスの名前)。設定ファイルが古ければ直す。',
      },
    ],
  },
  sources: ['derived: the path and the row are of different times or processes'],
  examples: {
    bad: [
      {
        message: { kind: 'email-confirmation', to: 'taro@example.com' },
        change: {
          processes: { confirmation: { state: 'draft' } },
          emails: { row: { to: 'taro@example.com', statusCode: 'pending-send' } },
        },
      },
    ],
    good: [
      {},
      {
        change: {
          emails: { row: { to: 'taro@example.com', isWorkflowCreated: true, statusCode: 'pending-send' } },
        },
      },
    ],
  },
});

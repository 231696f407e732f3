// Knows the words with which sending services and other servers say that a login may not send from an address: at MAIL FROM, at
// the first RCPT TO, or after the message (RFC 6409 §6.1). Those of Exchange and Postfix stand with their others. Data only.

import { rowsWith } from './fixes.ts';
import { ownLogin, sendAsFixes } from './send-as-fixes.ts';

const whileSending = {
  protocols: ['smtp'],
  at: ['sender', 'recipient', 'queued'],
  class: 'policy',
  problem: 'send-as-refused',
} as const;

export const sendAsRows = rowsWith(whileSending, [
  {
    // Amazon SES, SendGrid
    id: 'sender-not-verified',
    telltales: [
      'email address is not verified',
      'email address not verified',
      'identity is not verified',
      'identity not verified',
      'from address is not verified',
      'from address not verified',
      'from address has not been verified',
      'does not match a verified sender identity',
    ],
    acts: 'mail-administrator',
    cause: {
      en: 'The sending service takes confirmed senders only, and this address (or its domain) is not one of them.',
      ja: '送信サービスは確認済みの差出人からしか受け付けませんが、このアドレス(またはそのドメイン)は確認されていません。',
    },
    fix: [sendAsFixes.provider],
    example: '554 Message rejected: Email address is not verified.',
  },
  {
    // iCloud, QQ, 163 and others
    id: 'sender-not-of-the-login',
    telltales: [
      'from address is not one of your addresses',
      'mail from … must be same as … authori',
      'mail from … must be the same as … authori',
      'mail from … must equal … authori',
      'sender address is not allowed',
      'not allowed to send as',
      'not allowed to send from',
      'not authorized to send as',
      'not authorized to send from',
      'not authorised to send as',
      'not authorised to send from',
      'not permitted to send as',
      'not permitted to send from',
    ],
    acts: 'us',
    cause: {
      en: 'The account that logged in may not send from this address.',
      ja: 'ログインしたアカウントは、このアドレスから送信できません。',
    },
    fix: [sendAsFixes.other, ownLogin],
    example: '550 5.7.0 From address is not one of your addresses',
  },
]);

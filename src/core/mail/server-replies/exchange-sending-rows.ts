// Knows how Exchange refuses a sender, and with which limits of the account (https://learn.microsoft.com/exchange/
// mail-flow-best-practices/non-delivery-reports-in-exchange-online, https://aka.ms/fixdevice). Data only.

import {
  exchangeProfile,
  fewerAtOnce,
  makeRoom,
  outgoingCredentials,
  rowsWith,
  system,
  tenant,
  user,
} from './fixes.ts';
import { ownLogin, sendAsFixes } from './send-as-fixes.ts';

const exchange = ['exchange-online', 'outlook-com', 'exchange-server'] as const;
const smtp = ['smtp'] as const;

const mayNotSendAs = {
  class: 'policy',
  acts: 'mail-administrator',
  problem: 'send-as-refused',
  cause: {
    en: 'The account that logs in may not send as this address.',
    ja: 'ログインしたアカウントには、このアドレスとして送信する権限がありません。',
  },
  fix: [sendAsFixes.exchange, ownLogin],
} as const;

export const exchangeSendingRows = rowsWith({ vendors: exchange, protocols: smtp }, [
  {
    id: 'exchange-anonymous-sender',
    statuses: ['5.7.57'],
    class: 'configuration',
    acts: 'us',
    cause: {
      en: 'No login took place before the sender was named; Exchange takes mail from strangers only for its own addresses.',
      ja: '差出人の前にログインしていません。Exchangeは、ログインしていない相手からは自分のアドレス宛てしか受け付けません。',
    },
    fix: [outgoingCredentials, exchangeProfile],
    example: '530 5.7.57 Client not authenticated to send mail',
  },
  {
    id: 'exchange-may-not-send-as',
    telltales: [
      'client does not have permission to send as this sender',
      'client does not have permissions to send as this sender',
      'client does not have permission to send on behalf of this sender',
      'client does not have permissions to send on behalf of this sender',
    ],
    ...mayNotSendAs,
    example: '550 5.7.60 SMTP; Client does not have permissions to send as this sender',
  },
  {
    id: 'exchange-send-as-status',
    statuses: ['5.7.60', '5.2.252'],
    ...mayNotSendAs,
    example: '550 5.7.60 SMTP; denied',
  },
  {
    id: 'exchange-send-as-denied',
    telltales: ['sendasdenied', 'sendasdenied; … not allowed to send as'],
    class: 'policy',
    acts: 'mail-administrator',
    problem: 'send-as-refused',
    cause: {
      en: 'The account that logs in may not send as this address; Exchange says so only after the message.',
      ja: 'ログインしたアカウントには、このアドレスとして送信する権限がありません(Exchangeは本文の後でそれを伝えます)。',
    },
    fix: [sendAsFixes.exchange, ownLogin],
    example: '554 5.2.252 SendAsDenied; other@example.com not allowed to send as admin@example.com',
  },
  {
    id: 'exchange-sender-thread-limit',
    telltales: ['sender thread limit exceeded', 'concurrent connections limit exceeded'],
    class: 'transient',
    atOnce: true,
    acts: 'us',
    cause: {
      en: 'More than three connections send for this mailbox at once; those that a program left open count as well.',
      ja: 'このメールボックスで同時に4つ以上の接続が送信しています(プログラムが切り忘れた接続も数に入ります)。',
    },
    fix: [fewerAtOnce],
    example: '432 4.3.2 STOREDRV.ClientSubmit; sender thread limit exceeded',
  },
  {
    id: 'exchange-submission-quota',
    telltales: ['submissionquotaexceeded', 'submission quota exceeded', 'daily limit for message recipients'],
    class: 'transient',
    ofTheDay: true,
    acts: 'us',
    cause: {
      en: 'The mailbox has used up its recipients for a day (10,000 in Exchange Online); it may send again after up to 24 hours. The limit per minute (30 messages) is another one: it only delays. The account may send something that nobody knows of.',
      ja: 'このメールボックスの1日の宛先の上限(Exchange Onlineでは10,000件)に達しました。最長24時間で再び送信できます。1分あたりの上限(30通)とは別のもので、そちらは遅れるだけです。アカウントが知らないうちに使われている可能性もあります。',
    },
    fix: [
      user(
        'See "Sent Items" of {mailbox} for mail that nobody wrote.',
        '{mailbox} の「送信済みアイテム」に覚えのないメールがないか確かめる。',
      ),
      system(
        'Spread the mail over the day, or over several mailboxes.',
        '送信を1日の中で、または複数のメールボックスに分散する。',
      ),
    ],
    example:
      '554 5.2.0 STOREDRV.Submission.Exception:SubmissionQuotaExceededException; Failed to process message',
  },
  {
    id: 'exchange-sender-mailbox-full',
    telltales: ['mapiexceptionshutoffquotaexceeded', 'quotaexceededexception.mapiexception'],
    class: 'policy',
    acts: 'us',
    cause: {
      en: 'The mailbox of the sender is full, so that nothing can be put into "Sent Items".',
      ja: '差出人のメールボックスがいっぱいで、「送信済みアイテム」に保存できません。',
    },
    fix: [makeRoom],
    example:
      '554 5.2.2 mailbox full; STOREDRV.Submission.Exception:QuotaExceededException.MapiExceptionShutoffQuotaExceeded',
  },
  {
    id: 'exchange-restricted-sender',
    telltales: ['bad outbound sender'],
    class: 'policy',
    acts: 'mail-administrator',
    cause: {
      en: 'Microsoft has blocked this account from sending, mostly after spam was seen.',
      ja: 'Microsoftがこのアカウントからの送信を止めました。多くは迷惑メールの送信が理由です。',
    },
    fix: [
      tenant(
        'Secure the account (new password, sign-ins, rules), then unblock it: Microsoft Defender portal > Email & collaboration > Review > Restricted entities.',
        'アカウントを安全にしてから(パスワード変更、サインインと規則の確認)、制限を解除する: Microsoft Defender ポータル >「メールとコラボレーション」>「レビュー」>「制限されたエンティティ」。',
      ),
    ],
    example: '550 5.1.8 Access denied, bad outbound sender',
  },
]);

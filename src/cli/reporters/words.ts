// Knows what stages, messages, severities and directions are called, both languages. Data only. The
// labels are the admin center's own where it has one.

import type { MessageKind } from '../../core/delivery/message.ts';
import type { Stage } from '../../core/delivery/stage.ts';
import type { Direction } from '../../core/mail/protocol.ts';
import type { Language, Severity } from '../../core/rules/rule.ts';

export type Both<K extends string> = Record<Language, Record<K, string>>;

export const stageWords: Both<Stage> = {
  en: {
    request: 'request',
    recipient: 'recipient',
    process: 'process',
    sender: 'sender',
    mailbox: 'mailbox',
    profile: 'profile',
    server: 'server',
    domain: 'domain',
    arrival: 'arrival',
  },
  ja: {
    request: '送信の要求',
    recipient: '宛先',
    process: 'プロセス',
    sender: '差出人',
    mailbox: 'メールボックス',
    profile: 'サーバー プロファイル',
    server: 'メールサーバー',
    domain: 'ドメイン',
    arrival: '着信',
  },
};

export const messageWords: Both<Exclude<MessageKind, 'workflow'>> = {
  en: {
    'email-confirmation': 'confirmation e-mail',
    'two-factor-code': 'two-factor code',
    'password-reset': 'password reset e-mail',
    invitation: 'invitation e-mail',
    'guest-passcode': 'one-time passcode',
  },
  ja: {
    'email-confirmation': 'メールアドレスの確認メール',
    'two-factor-code': '2要素認証コードのメール',
    'password-reset': 'パスワードのリセット メール',
    invitation: '招待メール',
    'guest-passcode': 'ワンタイム パスコードのメール',
  },
};

export const severityWords: Both<Severity> = {
  en: {
    error: 'error',
    warning: 'warning',
    information: 'information',
    unknown: 'unknown',
    'not-requested': 'not requested',
  },
  ja: {
    error: 'エラー',
    warning: '警告',
    information: '情報',
    unknown: '不明',
    'not-requested': '送信不要',
  },
};

/** What a record still holds as TODO. */
export const toBeFilledIn: Record<Language, string> = { en: 'To be filled in', ja: '記入が必要な値' };

export const directionWords: Both<Direction> = {
  en: { incoming: 'incoming', outgoing: 'outgoing' },
  ja: { incoming: '受信', outgoing: '送信' },
};

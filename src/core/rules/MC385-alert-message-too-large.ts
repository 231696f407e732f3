// MC385: an alert says: the message with its attachments is too large.

import { adminCenter, productPages } from './admin-center.ts';
import { defineAlertRule } from './alert-rule.ts';

export default defineAlertRule({
  code: 'MC385',
  stage: 'server',
  en: {
    title: 'The message with its attachments is too large',
    why: 'The environment sets a largest size for a message. This one is refused; others are not.',
    fix: () => [
      { who: 'process-owner', do: 'Send a link in place of the attachment, or make it smaller.' },
      adminCenter.en.inEmailSettings('look at the file size limit for attachments.'),
    ],
  },
  ja: {
    title: 'メールが添付ファイルを含めて大きすぎます',
    why: '環境で決められたサイズの上限を超えたメールは拒否されます。ほかのメールには影響しません。',
    fix: () => [
      { who: 'process-owner', do: '添付ファイルを小さくするか、代わりにリンクを送る。' },
      adminCenter.ja.inEmailSettings('添付ファイルのサイズの上限を確認する。'),
    ],
  },
  sources: [productPages.errorCodes],
  bad: [{ text: 'Email Size Exceeds the MaximumMessageSizeLimit', code: '0x8005E237' }],
});

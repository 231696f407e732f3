// MC391: an alert says: a request named a column that the table does not have.

import { productPages } from './admin-center.ts';
import { defineAlertRule } from './alert-rule.ts';

export default defineAlertRule({
  code: 'MC391',
  stage: 'mailbox',
  en: {
    title: 'A request named a column that the table does not have',
    why: 'Names of columns differ between versions. The request was refused; mail itself is not concerned.',
    fix: () => [
      { who: 'system-administrator', do: 'Leave the column that the message names out of the request.' },
    ],
  },
  ja: {
    title: 'テーブルにない列の名前が、要求で指定されています',
    why: '列の名前はバージョンによって異なります。要求は拒否されましたが、メールそのものには影響しません。',
    fix: () => [{ who: 'system-administrator', do: 'メッセージに書かれた列を、要求から外す。' }],
  },
  sources: [productPages.errorCodes],
  bad: [{ code: '0x80090801' }],
});

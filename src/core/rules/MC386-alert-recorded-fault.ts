// MC386: an alert says: the platform refuses what a rule about the records also finds.

import { productPages } from './admin-center.ts';
import { defineAlertRule } from './alert-rule.ts';
import { refusedSettingFix } from './refused-setting-fix.ts';

export default defineAlertRule({
  code: 'MC386',
  stage: 'profile',
  en: {
    title: 'The platform refuses a setting or record',
    why: "The platform's code names a fault that mailcheck also finds in the records, under a code of its own; there stands more about it.",
    fix: (names, { also }) => (also === undefined ? [] : refusedSettingFix(also, names, 'en')),
  },
  ja: {
    title: '設定またはレコードがプラットフォームに拒否されています',
    why: 'このコードが示すのは、mailcheckが設定ファイルからも見つけられる問題です。詳しい説明は、そちらのコードにあります。',
    fix: (names, { also }) => (also === undefined ? [] : refusedSettingFix(also, names, 'ja')),
  },
  sources: [productPages.errorCodes],
  bad: [{ code: '0x8005E201' }, { code: -2147098110 }],
});

// Knows Microsoft Entra's numbers about sign-ins that are over, and consent that is missing
// (https://learn.microsoft.com/entra/identity-platform/reference-error-codes). Data only.

import { rowsWith } from './fixes.ts';
import { ofApplication, ofEnterpriseApplication, signIn, signInOfUser, withoutUser } from './token-fixes.ts';

export const entraSignInRows = rowsWith({ at: ['token'] }, [
  {
    id: 'entra-refresh-token-expired',
    statuses: ['AADSTS700082'],
    class: 'credential',
    acts: 'us',
    problem: 'token-sign-in-over',
    cause: {
      en: 'The refresh token was not used for 90 days.',
      ja: '更新トークンが90日間使われていません。',
    },
    fix: [signIn, withoutUser],
    example:
      '{"error":"invalid_grant","error_description":"AADSTS700082: The refresh token has expired due to inactivity."}',
  },
  {
    id: 'entra-refresh-token-over',
    statuses: ['AADSTS70008', 'AADSTS700084', 'AADSTS70043'],
    class: 'credential',
    acts: 'us',
    problem: 'token-sign-in-over',
    cause: {
      en: 'The refresh token has reached the end of its life (sign-in frequency of a conditional access rule, or its fixed lifetime).',
      ja: '更新トークンの期限が切れました(条件付きアクセスの「サインインの頻度」、または決められた有効期間)。',
    },
    fix: [signIn, withoutUser],
    example:
      '{"error":"invalid_grant","error_description":"AADSTS700084: The refresh token was issued to a single page app (SPA), and therefore has a fixed, limited lifetime, which cannot be extended."}',
  },
  {
    id: 'entra-session-revoked',
    statuses: ['AADSTS50173', 'AADSTS50133', 'AADSTS50132'],
    class: 'credential',
    acts: 'us',
    problem: 'token-sign-in-over',
    cause: {
      en: "The user's password was changed or reset, or their sessions were revoked, since they signed in.",
      ja: 'サインインした後に、パスワードが変更・リセットされたか、セッションが取り消されました。',
    },
    fix: [signIn],
    example:
      '{"error":"invalid_grant","error_description":"AADSTS50173: The provided grant has expired due to it being revoked."}',
  },
  {
    id: 'entra-not-consented',
    statuses: ['AADSTS65001', 'AADSTS65004', 'AADSTS90094', 'AADSTS90008', 'AADSTS900941', 'AADSTS650056'],
    class: 'policy',
    acts: 'mail-administrator',
    problem: 'token-consent-missing',
    cause: {
      en: 'Nobody has allowed the application this access.',
      ja: 'アプリにこのアクセスを許可した人がいません。',
    },
    fix: [
      ofApplication(
        '> API permissions: see that {permission} is listed, then press "Grant admin consent for (tenant)".',
        '>「API のアクセス許可」に {permission} があることを確かめ、「(テナント)に管理者の同意を与えます」を押す。',
      ),
      signInOfUser,
    ],
    example:
      '{"error":"invalid_grant","error_description":"AADSTS65001: The user or administrator has not consented to use the application with ID ..."}',
  },
  {
    id: 'entra-user-not-assigned',
    statuses: ['AADSTS50105'],
    class: 'policy',
    acts: 'mail-administrator',
    problem: 'token-consent-missing',
    cause: {
      en: 'The application admits assigned users only, and this one is not.',
      ja: 'このアプリを使えるのは割り当てられた利用者だけで、この利用者は割り当てられていません。',
    },
    fix: [
      ofEnterpriseApplication(
        '> Users and groups > Add user/group: {mailbox}',
        '>「ユーザーとグループ」>「ユーザーまたはグループの追加」で {mailbox} を追加する。',
      ),
    ],
    example:
      '{"error":"invalid_grant","error_description":"AADSTS50105: The signed in user is not assigned to a role for the application."}',
  },
]);

// Knows the steps that several rows about access tokens share. {application} stands for the application's id, {permission} for
// what the token was to allow, where the case knows them. Words only.

import type { TokenAsked } from '../token.ts';
import { entra, keeper, system, user } from './fixes.ts';
import type { ReplyFix } from './row.ts';

const ofGrants = (grants: readonly TokenAsked['grant'][], fix: ReplyFix): ReplyFix => ({ ...fix, grants });
const asUser = ['refresh-token'] as const;
const asApplication = ['client-credentials', 'client-certificate', 'service-account'] as const;

export const signIn = user(
  'Sign in again with the account of {mailbox}: mailcheck login {mailbox}',
  '{mailbox} のアカウントでもう一度サインインする: mailcheck login {mailbox}',
);

/** Where nobody but the application signs in there is nothing to do again. */
export const signInOfUser = ofGrants(asUser, signIn);

export const withoutUser = ofGrants(
  asUser,
  keeper(
    'Or sign in as the application, which no such rule for users stops: take oauthRefreshToken out of the mailbox\'s record and write oauthCertificate or oauthClientSecret into the server profile "{profile}" (it needs application permissions).',
    'または、利用者向けの規則に止められないアプリとしてサインインする。メールボックスの oauthRefreshToken を消し、サーバー プロファイル「{profile}」に oauthCertificate か oauthClientSecret を書く(アプリケーションの許可が必要)。',
  ),
);

export const userSignInLog = ofGrants(
  asUser,
  entra(
    'Microsoft Entra admin center > Monitoring & health > Sign-in logs: open the failed sign-in of {mailbox}; "Basic info" and "Conditional Access" name what forbade it.',
    'Microsoft Entra 管理センター >「監視と正常性」>「サインイン ログ」で {mailbox} の失敗したサインインを開く。「基本情報」と「条件付きアクセス」に、何が禁止したかが出ている。',
  ),
);

export const applicationSignInLog = ofGrants(
  asApplication,
  entra(
    'Microsoft Entra admin center > Monitoring & health > Sign-in logs > Service principal sign-ins: open the failed sign-in of the application {application}; "Basic info" and "Conditional Access" name what forbade it.',
    'Microsoft Entra 管理センター >「監視と正常性」>「サインイン ログ」>「サービス プリンシパルのサインイン」でアプリ {application} の失敗したサインインを開く。「基本情報」と「条件付きアクセス」に、何が禁止したかが出ている。',
  ),
);

export const setClock = system(
  'Set the clock of this computer by a time server: timedatectl set-ntp true (Linux), w32tm /resync (Windows), System Settings > General > Date & Time (macOS).',
  'このコンピューターの時計を時刻サーバーに合わせる: Linuxは timedatectl set-ntp true、Windowsは w32tm /resync、macOSは「システム設定」>「一般」>「日付と時刻」。',
);

export const ofApplication = (en: string, ja: string): ReplyFix =>
  entra(
    `Microsoft Entra admin center > App registrations > All applications > the application {application} ${en}`,
    `Microsoft Entra 管理センター >「アプリの登録」>「すべてのアプリケーション」> アプリ {application} ${ja}`,
  );

export const ofEnterpriseApplication = (en: string, ja: string): ReplyFix =>
  entra(
    `Microsoft Entra admin center > Enterprise apps > the application {application} ${en}`,
    `Microsoft Entra 管理センター >「エンタープライズ アプリケーション」> アプリ {application} ${ja}`,
  );

export const compareRecord = (en: string, ja: string): ReplyFix =>
  keeper(
    `Compare with the record of the server profile "{profile}": ${en}`,
    `設定ファイルのサーバー プロファイル「{profile}」を確かめる: ${ja}`,
  );

export const newSecret = ofApplication(
  "> Certificates & secrets > New client secret. Copy its Value at once (not the Secret ID) to where the record's oauthClientSecret says that it is kept.",
  '>「証明書とシークレット」>「新しいクライアント シークレット」を選び、すぐに「値」(「シークレット ID」ではない)をコピーして、設定ファイルの oauthClientSecret が示す場所に保存する。',
);

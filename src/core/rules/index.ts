// The one list of rules, in code order, and the codes that are retired. Adding a rule: one file and one line here.

import type { Rule } from './rule.ts';
import MC100 from './MC100-nothing-recorded.ts';
import MC101 from './MC101-contact-not-recorded.ts';
import MC102 from './MC102-confirmation-switched-off.ts';
import MC103 from './MC103-address-already-confirmed.ts';
import MC104 from './MC104-not-enrolled-in-two-factor.ts';
import MC105 from './MC105-no-code-before-confirmation.ts';
import MC106 from './MC106-identity-columns-not-recorded.ts';
import MC107 from './MC107-site-not-recorded.ts';
import MC108 from './MC108-password-reset-switched-off.ts';
import MC109 from './MC109-reset-needs-confirmed-address.ts';
import MC110 from './MC110-log-on-disabled.ts';
import MC111 from './MC111-invitations-switched-off.ts';
import MC112 from './MC112-enrolment-switched-off.ts';
import MC113 from './MC113-setting-not-in-force.ts';
import MC114 from './MC114-setting-name-misspelt.ts';
import MC115 from './MC115-address-changed-since-confirmed.ts';
import MC120 from './MC120-contact-without-address.ts';
import MC121 from './MC121-address-not-valid.ts';
import MC122 from './MC122-email-not-allowed.ts';
import MC123 from './MC123-contact-inactive.ts';
import MC124 from './MC124-address-not-recorded.ts';
import MC125 from './MC125-permission-not-recorded.ts';
import MC126 from './MC126-visitors-switched-mail-off.ts';
import MC127 from './MC127-address-of-contact-unusable.ts';
import MC130 from './MC130-setting-not-known.ts';
import MC131 from './MC131-time-span-read-as-days.ts';
import MC132 from './MC132-demo-mode.ts';
import MC133 from './MC133-mobile-phone-enabled.ts';
import MC134 from './MC134-local-login-by-default.ts';
import MC135 from './MC135-user-names-without-signs.ts';
import MC136 from './MC136-sign-in-button-skips-local-page.ts';
import MC137 from './MC137-addresses-need-not-be-unique.ts';
import MC138 from './MC138-nobody-can-register.ts';
import MC139 from './MC139-lock-out-too-eager.ts';
import MC140 from './MC140-setting-from-environment-variable.ts';
import MC150 from './MC150-confirmed-by-external-sign-in.ts';
import MC151 from './MC151-two-factor-cookie-too-short.ts';
import MC152 from './MC152-two-factor-cookie-outlives-the-code.ts';
import MC153 from './MC153-code-already-used.ts';
import MC154 from './MC154-browser-remembered.ts';
import MC155 from './MC155-phone-factor-to-choose.ts';
import MC156 from './MC156-employee-self-service.ts';
import MC157 from './MC157-two-contacts-with-one-address.ts';
import MC158 from './MC158-reset-and-confirmation-block-each-other.ts';
import MC159 from './MC159-registration-closed-to-invitations.ts';
import MC160 from './MC160-invitation-already-redeemed.ts';
import MC161 from './MC161-invitation-of-no-use.ts';
import MC162 from './MC162-local-sign-in-off.ts';
import MC170 from './MC170-only-the-phone-is-left.ts';
import MC171 from './MC171-one-password-before-lock-out.ts';
import MC201 from './MC201-sender-is-system.ts';
import MC202 from './MC202-sender-is-portal-identity.ts';
import MC203 from './MC203-sender-is-team.ts';
import MC204 from './MC204-from-is-empty.ts';
import MC205 from './MC205-sender-user-disabled.ts';
import MC206 from './MC206-sender-is-contact.ts';
import MC207 from './MC207-send-as-not-allowed.ts';
import MC208 from './MC208-queue-inactive.ts';
import MC209 from './MC209-sender-cannot-be-told.ts';
import MC210 from './MC210-sender-without-mailbox.ts';
import MC211 from './MC211-process-not-recorded.ts';
import MC212 from './MC212-process-not-activated.ts';
import MC213 from './MC213-no-send-step.ts';
import MC214 from './MC214-not-what-the-portal-calls.ts';
import MC215 from './MC215-state-not-recorded.ts';
import MC216 from './MC216-process-cannot-be-edited.ts';
import MC217 from './MC217-mailbox-not-recorded.ts';
import MC218 from './MC218-sender-not-a-person.ts';
import MC219 from './MC219-steps-under-conditions.ts';
import MC220 from './MC220-sent-through-another-mailbox.ts';
import MC221 from './MC221-invitation-not-on-demand.ts';
import MC222 from './MC222-invitation-real-time.ts';
import MC223 from './MC223-category-sends-no-mail.ts';
import MC224 from './MC224-scope-user.ts';
import MC225 from './MC225-process-owner-disabled.ts';
import MC226 from './MC226-to-is-empty.ts';
import MC227 from './MC227-only-a-draft.ts';
import MC228 from './MC228-step-never-runs.ts';
import MC229 from './MC229-template-not-set.ts';
import MC230 from './MC230-to-is-somebody-else.ts';
import MC231 from './MC231-body-is-empty.ts';
import MC232 from './MC232-known-by-display-name-only.ts';
import MC233 from './MC233-scope-business-unit.ts';
import MC234 from './MC234-child-process-not-recorded.ts';
import MC235 from './MC235-child-process-sends-nothing.ts';
import MC240 from './MC240-queue-cannot-be-used.ts';
import MC241 from './MC241-from-is-modified-by.ts';
import MC242 from './MC242-locked-process-has-a-fault.ts';
import MC243 from './MC243-sender-without-licence.ts';
import MC244 from './MC244-portal-identity-disabled.ts';
import MC301 from './MC301-mailbox-inactive.ts';
import MC302 from './MC302-mailbox-without-address.ts';
import MC303 from './MC303-mailbox-not-approved.ts';
import MC304 from './MC304-approval-rejected.ts';
import MC305 from './MC305-outgoing-method-not-synchronized.ts';
import MC306 from './MC306-outgoing-not-tested.ts';
import MC307 from './MC307-outgoing-test-failed.ts';
import MC308 from './MC308-outgoing-disabled.ts';
import MC309 from './MC309-no-profile.ts';
import MC310 from './MC310-credentials-missing.ts';
import MC311 from './MC311-forward-mailbox-cannot-send.ts';
import MC312 from './MC312-appointments-not-none.ts';
import MC313 from './MC313-approval-not-recorded.ts';
import MC314 from './MC314-outgoing-test-not-recorded.ts';
import MC315 from './MC315-test-older-than-change.ts';
import MC316 from './MC316-sending-postponed.ts';
import MC317 from './MC317-same-address-twice.ts';
import MC318 from './MC318-tenant-approval-missing.ts';
import MC319 from './MC319-mailbox-of-another-owner.ts';
import MC320 from './MC320-incoming-not-working.ts';
import MC321 from './MC321-outgoing-method-not-recorded.ts';
import MC322 from './MC322-profile-not-testable-here.ts';
import MC323 from './MC323-email-router-channel.ts';
import MC324 from './MC324-test-in-the-future.ts';
import MC325 from './MC325-not-the-default-settings.ts';
import MC326 from './MC326-nobody-recorded-may-approve.ts';
import MC327 from './MC327-test-scheduled.ts';
import MC328 from './MC328-last-synchronization-failed.ts';
import MC329 from './MC329-gmail-not-signed-in.ts';
import MC330 from './MC330-address-differs-from-owner.ts';
import MC331 from './MC331-too-many-for-gmail-profile.ts';
import MC332 from './MC332-login-is-not-the-sender.ts';
import MC333 from './MC333-default-mailbox-of-another.ts';
import MC350 from './MC350-alert-address-not-approved.ts';
import MC351 from './MC351-alert-mailbox-location-not-found.ts';
import MC352 from './MC352-alert-profile-credentials-refused.ts';
import MC353 from './MC353-alert-impersonation-not-allowed.ts';
import MC354 from './MC354-alert-mailbox-login-refused.ts';
import MC355 from './MC355-alert-smtp-login-or-certificate.ts';
import MC356 from './MC356-alert-mailbox-full.ts';
import MC357 from './MC357-alert-exchange-web-services-closed.ts';
import MC358 from './MC358-alert-sending-limit-reached.ts';
import MC359 from './MC359-alert-server-throttles.ts';
import MC360 from './MC360-alert-mailbox-deactivated.ts';
import MC361 from './MC361-alert-no-active-profile.ts';
import MC362 from './MC362-alert-server-name-wrong.ts';
import MC363 from './MC363-alert-server-not-reached.ts';
import MC364 from './MC364-alert-port-does-not-fit-encryption.ts';
import MC365 from './MC365-alert-exchange-address-wrong.ts';
import MC366 from './MC366-alert-exchange-licence-missing.ts';
import MC367 from './MC367-alert-owner-without-licence.ts';
import MC368 from './MC368-alert-no-such-mailbox.ts';
import MC369 from './MC369-alert-user-name-form.ts';
import MC370 from './MC370-alert-address-not-in-tenant.ts';
import MC371 from './MC371-alert-user-recreated.ts';
import MC372 from './MC372-alert-exchange-busy.ts';
import MC373 from './MC373-alert-platform-busy.ts';
import MC374 from './MC374-alert-rights-missing.ts';
import MC375 from './MC375-alert-customization-aborts.ts';
import MC376 from './MC376-alert-incoming-address-invalid.ts';
import MC377 from './MC377-alert-recipient-address.ts';
import MC378 from './MC378-alert-sign-in-blocked.ts';
import MC379 from './MC379-alert-modern-authentication-off.ts';
import MC380 from './MC380-alert-another-organization-synchronizes.ts';
import MC381 from './MC381-alert-appointment-time-zone.ts';
import MC382 from './MC382-alert-send-as-refused.ts';
import MC383 from './MC383-alert-exchange-send-as-refused.ts';
import MC384 from './MC384-alert-send-step-failed.ts';
import MC385 from './MC385-alert-message-too-large.ts';
import MC386 from './MC386-alert-recorded-fault.ts';
import MC387 from './MC387-alert-setting-refused.ts';
import MC388 from './MC388-alert-process-cannot-be-run.ts';
import MC389 from './MC389-alert-user-not-fit.ts';
import MC390 from './MC390-alert-too-many-requests.ts';
import MC391 from './MC391-alert-column-not-known.ts';
import MC399 from './MC399-alert-not-known.ts';
import MC401 from './MC401-profile-inactive.ts';
import MC402 from './MC402-ssl-off-online.ts';
import MC403 from './MC403-credentials-not-allowed-online.ts';
import MC404 from './MC404-anonymous.ts';
import MC405 from './MC405-autodiscover-without-exchange.ts';
import MC406 from './MC406-location-with-autodiscover.ts';
import MC407 from './MC407-server-location-missing.ts';
import MC408 from './MC408-port-impossible.ts';
import MC409 from './MC409-impersonation-without-exchange.ts';
import MC410 from './MC410-different-outgoing-credentials.ts';
import MC411 from './MC411-delegate-access-with-smtp.ts';
import MC412 from './MC412-port-closed-in-us-government.ts';
import MC413 from './MC413-profile-credentials-missing.ts';
import MC414 from './MC414-server-location-malformed.ts';
import MC415 from './MC415-server-to-server-elsewhere.ts';
import MC416 from './MC416-credentials-in-clear-text.ts';
import MC417 from './MC417-tenant-id-malformed.ts';
import MC418 from './MC418-server-type-not-recorded.ts';
import MC419 from './MC419-port-contradicts-tls.ts';
import MC420 from './MC420-address-and-ssl-disagree.ts';
import MC421 from './MC421-basic-needs-ssl.ts';
import MC422 from './MC422-authentication-protocol-of-windows.ts';
import MC423 from './MC423-received-after-is-to-come.ts';
import MC424 from './MC424-location-of-a-retired-service.ts';
import MC425 from './MC425-gmail-with-a-password.ts';
import MC426 from './MC426-exchange-online-with-a-password.ts';
import MC427 from './MC427-smtp-password-of-exchange-online-ends.ts';
import MC428 from './MC428-ews-of-exchange-online-ends.ts';
import MC429 from './MC429-exchange-address-in-a-mail-server-profile.ts';
import MC430 from './MC430-host-of-another-protocol.ts';
import MC431 from './MC431-default-profile-inactive.ts';
import MC432 from './MC432-exchange-online-not-server-to-server.ts';
import MC433 from './MC433-cross-tenant-values-missing.ts';
import MC434 from './MC434-several-service-accounts.ts';
import MC435 from './MC435-gmail-refused-the-password.ts';
import MC436 from './MC436-two-providers-one-login.ts';
import MC437 from './MC437-exchange-version-not-supported.ts';
import MC438 from './MC438-gmail-oauth-incomplete.ts';
import MC440 from './MC440-gmail-pop-without-recent-mode.ts';
import MC501 from './MC501-host-not-found.ts';
import MC502 from './MC502-name-not-looked-up.ts';
import MC503 from './MC503-connection-refused.ts';
import MC504 from './MC504-no-answer.ts';
import MC505 from './MC505-clear-text-first.ts';
import MC506 from './MC506-tls-at-once.ts';
import MC507 from './MC507-starttls-not-offered.ts';
import MC508 from './MC508-certificate-dates.ts';
import MC509 from './MC509-certificate-other-host.ts';
import MC510 from './MC510-certificate-not-trusted.ts';
import MC511 from './MC511-tls-failed.ts';
import MC512 from './MC512-other-protocol.ts';
import MC513 from './MC513-silent-server.ts';
import MC514 from './MC514-connection-closed.ts';
import MC515 from './MC515-unreadable-reply.ts';
import MC516 from './MC516-greeting-refused.ts';
import MC517 from './MC517-login-refused.ts';
import MC518 from './MC518-login-later.ts';
import MC519 from './MC519-login-not-offered.ts';
import MC520 from './MC520-inbox-not-opened.ts';
import MC521 from './MC521-sender-refused.ts';
import MC522 from './MC522-recipient-refused.ts';
import MC523 from './MC523-message-refused.ts';
import MC524 from './MC524-refused-for-now.ts';
import MC525 from './MC525-bytes-before-tls.ts';
import MC526 from './MC526-timed-out.ts';
import MC527 from './MC527-refused-before.ts';
import MC528 from './MC528-clear-text-forbidden.ts';
import MC529 from './MC529-other-failure.ts';
import MC530 from './MC530-sign-in-wants-second-factor.ts';
import MC531 from './MC531-modern-authentication-off.ts';
import MC532 from './MC532-gmail-wants-app-password.ts';
import MC533 from './MC533-token-refused.ts';
import MC534 from './MC534-may-not-send-as.ts';
import MC540 from './MC540-refusal-holds-up-others.ts';
import MC541 from './MC541-token-of-another.ts';
import MC542 from './MC542-clock-wrong.ts';
import MC543 from './MC543-token-endpoint-refused.ts';
import MC544 from './MC544-sign-in-no-longer-valid.ts';
import MC545 from './MC545-https-answer.ts';
import MC548 from './MC548-token-without-permission-to-send.ts';
import MC549 from './MC549-service-unavailable.ts';
import MC550 from './MC550-address-leads-nowhere.ts';
import MC551 from './MC551-application-not-recognised.ts';
import MC552 from './MC552-application-or-tenant-unknown.ts';
import MC553 from './MC553-consent-missing.ts';
import MC554 from './MC554-sign-in-blocked.ts';
import MC555 from './MC555-token-endpoint-says-later.ts';
import MC556 from './MC556-token-not-obtained.ts';
import MC557 from './MC557-token-endpoint-redirects.ts';
import MC558 from './MC558-token-for-another-service.ts';
import MC559 from './MC559-token-lacks-permission.ts';
import MC560 from './MC560-mailbox-not-in-exchange-online.ts';
import MC561 from './MC561-access-to-mailbox-forbidden.ts';
import MC562 from './MC562-throttled.ts';
import MC563 from './MC563-web-page-instead-of-answer.ts';
import MC564 from './MC564-redirected-elsewhere.ts';
import MC565 from './MC565-token-not-accepted.ts';
import MC566 from './MC566-second-factor-wanted.ts';
import MC567 from './MC567-service-not-at-address.ts';
import MC568 from './MC568-sign-in-of-account-blocked.ts';
import MC569 from './MC569-account-without-exchange-plan.ts';
import MC570 from './MC570-mailbox-does-not-exist.ts';
import MC571 from './MC571-no-exchange-licence.ts';
import MC572 from './MC572-impersonation-denied.ts';
import MC573 from './MC573-send-as-denied.ts';
import MC574 from './MC574-mailbox-is-full.ts';
import MC575 from './MC575-exchange-is-busy.ts';
import MC576 from './MC576-http-authentication-not-in-common.ts';
import MC577 from './MC577-autodiscover-found-nothing.ts';
import MC578 from './MC578-autodiscover-leads-elsewhere.ts';
import MC579 from './MC579-web-services-blocked.ts';
import MC580 from './MC580-exchange-online-found-over-ews.ts';
import MC581 from './MC581-application-stands-in.ts';
import MC582 from './MC582-certificate-ends-soon.ts';
import MC583 from './MC583-size-limit-small.ts';
import MC590 from './MC590-last-test-interrupted.ts';
import MC591 from './MC591-stored-test-is-old.ts';
import MC592 from './MC592-test-of-another-server.ts';
import MC701 from './MC701-test-message-not-seen.ts';
import MC702 from './MC702-taken-by-another-reader.ts';
import MC703 from './MC703-arrival-not-told.ts';
import MC704 from './MC704-test-message-left.ts';
import MC705 from './MC705-test-message-is-junk.ts';
import MC706 from './MC706-sender-rewritten.ts';
import MC710 from './MC710-row-is-a-draft.ts';
import MC711 from './MC711-row-waits-in-pending-send.ts';
import MC712 from './MC712-row-without-sender-mailbox.ts';
import MC713 from './MC713-row-stuck-in-sending.ts';
import MC714 from './MC714-row-failed.ts';
import MC715 from './MC715-row-is-sent.ts';
import MC716 from './MC716-row-is-canceled.ts';
import MC717 from './MC717-row-is-postponed.ts';
import MC718 from './MC718-row-is-sent-later.ts';
import MC719 from './MC719-row-tried-often.ts';
import MC720 from './MC720-row-is-completed.ts';
import MC721 from './MC721-row-with-attachments.ts';
import MC722 from './MC722-row-against-the-path.ts';
import MC723 from './MC723-no-row-at-all.ts';
import MC724 from './MC724-row-sent-after-code-expired.ts';
import MC741 from './MC741-code-no-longer-valid.ts';
import MC742 from './MC742-mail-slower-than-the-code.ts';
import MC801 from './MC801-guest-not-recorded.ts';
import MC802 from './MC802-tenant-not-recorded.ts';
import MC803 from './MC803-passcodes-switched-off.ts';
import MC804 from './MC804-off-by-default-in-us-government.ts';
import MC805 from './MC805-switched-off-while-in-use.ts';
import MC806 from './MC806-has-entra-account.ts';
import MC807 from './MC807-has-microsoft-account.ts';
import MC808 from './MC808-domain-is-federated.ts';
import MC809 from './MC809-signs-in-with-unmanaged-account.ts';
import MC810 from './MC810-redeemed-with-another-account.ts';
import MC811 from './MC811-redeemed-before-passcodes.ts';
import MC812 from './MC812-account-acquired-later.ts';
import MC813 from './MC813-link-without-tenant.ts';
import MC814 from './MC814-passcode-no-longer-valid.ts';
import MC815 from './MC815-sign-in-blocked.ts';
import MC816 from './MC816-not-added-beforehand.ts';
import MC817 from './MC817-sharepoint-has-its-own-setting.ts';
import MC818 from './MC818-passcode-setting-not-recorded.ts';
import MC819 from './MC819-redemption-not-recorded.ts';
import MC820 from './MC820-session-still-alive.ts';
import MC821 from './MC821-link-to-another-tenant.ts';
import MC822 from './MC822-guest-without-address.ts';

export const rules: readonly Rule[] = [
  MC100,
  MC101,
  MC102,
  MC103,
  MC104,
  MC105,
  MC106,
  MC107,
  MC108,
  MC109,
  MC110,
  MC111,
  MC112,
  MC113,
  MC114,
  MC115,
  MC120,
  MC121,
  MC122,
  MC123,
  MC124,
  MC125,
  MC126,
  MC127,
  MC130,
  MC131,
  MC132,
  MC133,
  MC134,
  MC135,
  MC136,
  MC137,
  MC138,
  MC139,
  MC140,
  MC150,
  MC151,
  MC152,
  MC153,
  MC154,
  MC155,
  MC156,
  MC157,
  MC158,
  MC159,
  MC160,
  MC161,
  MC162,
  MC170,
  MC171,
  MC201,
  MC202,
  MC203,
  MC204,
  MC205,
  MC206,
  MC207,
  MC208,
  MC209,
  MC210,
  MC211,
  MC212,
  MC213,
  MC214,
  MC215,
  MC216,
  MC217,
  MC218,
  MC219,
  MC220,
  MC221,
  MC222,
  MC223,
  MC224,
  MC225,
  MC226,
  MC227,
  MC228,
  MC229,
  MC230,
  MC231,
  MC232,
  MC233,
  MC234,
  MC235,
  MC240,
  MC241,
  MC242,
  MC243,
  MC244,
  MC301,
  MC302,
  MC303,
  MC304,
  MC305,
  MC306,
  MC307,
  MC308,
  MC309,
  MC310,
  MC311,
  MC312,
  MC313,
  MC314,
  MC315,
  MC316,
  MC317,
  MC318,
  MC319,
  MC320,
  MC321,
  MC322,
  MC323,
  MC324,
  MC325,
  MC326,
  MC327,
  MC328,
  MC329,
  MC330,
  MC331,
  MC332,
  MC333,
  MC350,
  MC351,
  MC352,
  MC353,
  MC354,
  MC355,
  MC356,
  MC357,
  MC358,
  MC359,
  MC360,
  MC361,
  MC362,
  MC363,
  MC364,
  MC365,
  MC366,
  MC367,
  MC368,
  MC369,
  MC370,
  MC371,
  MC372,
  MC373,
  MC374,
  MC375,
  MC376,
  MC377,
  MC378,
  MC379,
  MC380,
  MC381,
  MC382,
  MC383,
  MC384,
  MC385,
  MC386,
  MC387,
  MC388,
  MC389,
  MC390,
  MC391,
  MC399,
  MC401,
  MC402,
  MC403,
  MC404,
  MC405,
  MC406,
  MC407,
  MC408,
  MC409,
  MC410,
  MC411,
  MC412,
  MC413,
  MC414,
  MC415,
  MC416,
  MC417,
  MC418,
  MC419,
  MC420,
  MC421,
  MC422,
  MC423,
  MC424,
  MC425,
  MC426,
  MC427,
  MC428,
  MC429,
  MC430,
  MC431,
  MC432,
  MC433,
  MC434,
  MC435,
  MC436,
  MC437,
  MC438,
  MC440,
  MC501,
  MC502,
  MC503,
  MC504,
  MC505,
  MC506,
  MC507,
  MC508,
  MC509,
  MC510,
  MC511,
  MC512,
  MC513,
  MC514,
  MC515,
  MC516,
  MC517,
  MC518,
  MC519,
  MC520,
  MC521,
  MC522,
  MC523,
  MC524,
  MC525,
  MC526,
  MC527,
  MC528,
  MC529,
  MC530,
  MC531,
  MC532,
  MC533,
  MC534,
  MC540,
  MC541,
  MC542,
  MC543,
  MC544,
  MC545,
  MC548,
  MC549,
  MC550,
  MC551,
  MC552,
  MC553,
  MC554,
  MC555,
  MC556,
  MC557,
  MC558,
  MC559,
  MC560,
  MC561,
  MC562,
  MC563,
  MC564,
  MC565,
  MC566,
  MC567,
  MC568,
  MC569,
  MC570,
  MC571,
  MC572,
  MC573,
  MC574,
  MC575,
  MC576,
  MC577,
  MC578,
  MC579,
  MC580,
  MC581,
  MC582,
  MC583,
  MC590,
  MC591,
  MC592,
  MC701,
  MC702,
  MC703,
  MC704,
  MC705,
  MC706,
  MC710,
  MC711,
  MC712,
  MC713,
  MC714,
  MC715,
  MC716,
  MC717,
  MC718,
  MC719,
  MC720,
  MC721,
  MC722,
  MC723,
  MC724,
  MC741,
  MC742,
  MC801,
  MC802,
  MC803,
  MC804,
  MC805,
  MC806,
  MC807,
  MC808,
  MC809,
  MC810,
  MC811,
  MC812,
  MC813,
  MC814,
  MC815,
  MC816,
  MC817,
  MC818,
  MC819,
  MC820,
  MC821,
  MC822,
];

/** Codes that are no longer reported, with what became of them. Still explained; never used again. */
export const retired: Readonly<Record<string, string>> = {};

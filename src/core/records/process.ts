// Knows the process that sends: a workflow or a custom action with its Send E-mail steps (table workflow). Shape only.

import * as z from 'zod';
import { choice, flag, moment, reference, text } from './column.ts';

/** Dynamic values ("slugs") that the designer puts in From. `empty`: the field was left blank. */
export const fromWords = [
  'owner',
  'owning-user',
  'created-by',
  'modified-by',
  'calling-user',
  'empty',
] as const;

const fromSchema = () =>
  z.union([
    z.enum(fromWords),
    z.strictObject({ user: reference(undefined, 'users') }),
    z.strictObject({ queue: reference(undefined, 'queues') }),
    z.strictObject({ team: reference(undefined, 'teams') }),
    z.strictObject({ contact: reference(undefined, 'contacts') }),
    /** Another lookup of the primary record, by its logical name: its value is not in our records. */
    z.strictObject({ field: z.string().min(1).max(200) }),
  ]);
export type From = z.output<ReturnType<typeof fromSchema>>;

/** Dynamic values in To. `contact`: the contact that the mail is for; `empty`: the field was left blank. */
export const toWords = ['contact', 'owner', 'owning-user', 'created-by', 'modified-by', 'empty'] as const;

const toSchema = () =>
  z.union([
    z.enum(toWords),
    z.strictObject({ user: reference(undefined, 'users') }),
    z.strictObject({ queue: reference(undefined, 'queues') }),
    z.strictObject({ team: reference(undefined, 'teams') }),
    z.strictObject({ contact: reference(undefined, 'contacts') }),
    z.strictObject({ field: z.string().min(1).max(200) }),
  ]);
export type To = z.output<ReturnType<typeof toSchema>>;

const sendEmailStepSchema = () =>
  z.strictObject({
    name: text(undefined, 400).optional(),
    /** What the step does: "Send Email", or "Create Record" of the table email, whose row stays a draft. */
    action: choice(undefined, { 'send-email': null, 'create-record': null }).optional(),
    from: fromSchema().optional(),
    to: toSchema().optional(),
    /** The e-mail template of a step with "Use Template"; null: none is set, or it no longer exists. */
    template: text(undefined, 200).nullable().optional(),
    /** The mail's text (email.description) of a step with "Create New Message". */
    body: choice(undefined, { filled: null, empty: null }).optional(),
    /** The step is inside a condition, or after a step that may stop the process. */
    conditional: flag().optional(),
    /** The step never runs: a "Stop Workflow" always comes before it, or its branch can never be taken. */
    unreachable: choice(undefined, { 'after-stop': null, 'branch-never-taken': null }).optional(),
  });
export type SendEmailStep = z.output<ReturnType<typeof sendEmailStepSchema>>;

/** A step "Start Child Workflow": the mail of the child's Send E-mail steps is this process's too. */
const childProcessSchema = () =>
  z.strictObject({
    /** Id, unique name or name of the child. A child that is not recorded is no mistake here: it is asked for. */
    process: text(undefined, 400),
    /** The step is inside a condition, or after a step that may stop the process. */
    conditional: flag().optional(),
  });

export const processSchema = () =>
  z.strictObject({
    id: text('workflowid', 100).optional(),
    name: text('name', 200).optional(),
    /** Without the publisher's prefix or with it: SendEmailConfirmationToContact, adx_SendEmailConfirmationToContact. */
    uniqueName: text('uniquename', 256).optional(),
    category: choice('category', {
      workflow: 0,
      dialog: 1,
      'business-rule': 2,
      action: 3,
      'business-process-flow': 4,
      'modern-flow': 5,
      'desktop-flow': 6,
      'ai-flow': 7,
    }).optional(),
    /** For each activated process the platform keeps, beside its definition, a row of type activation; definitions alone count. */
    type: choice('type', { definition: 1, activation: 2, template: 3 }).optional(),
    state: choice('statecode', { draft: 0, activated: 1, suspended: 2 }).optional(),
    mode: choice('mode', { background: 0, 'real-time': 1 }).optional(),
    runAs: choice('runas', { owner: 0, 'calling-user': 1 }).optional(),
    scope: choice('scope', {
      user: 1,
      'business-unit': 2,
      'parent-child-business-units': 3,
      organization: 4,
    }).optional(),
    primaryEntity: text('primaryentity', 200).optional(),
    onDemand: flag('ondemand').optional(),
    isManaged: flag('ismanaged').optional(),
    isCustomizable: flag('iscustomizable').optional(),
    owner: reference('ownerid', 'users').optional(),
    sendEmailSteps: z.array(sendEmailStepSchema()).optional(),
    childProcesses: z.array(childProcessSchema()).optional(),
    modifiedOn: moment('modifiedon').optional(),
  });
export type Process = z.output<ReturnType<typeof processSchema>>;

// Knows a Send Invitation process that works, for the examples of rules. Data only.

export const invitation: Record<string, unknown> = {
  name: 'Send Invitation',
  category: 'workflow',
  mode: 'background',
  onDemand: true,
  state: 'activated',
  primaryEntity: 'adx_invitation',
  owner: 'admin-user',
  sendEmailSteps: [{ from: { queue: 'support-queue' } }],
};

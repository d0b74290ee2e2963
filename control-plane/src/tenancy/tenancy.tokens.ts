export const ORGANISATIONS = Symbol("OrganisationRepository");
export const PERSONS = Symbol("PersonRepository");
export const MEMBERSHIPS = Symbol("MembershipRepository");
export const SESSIONS = Symbol("SessionRepository");
export const IDENTITY_PROVIDER = Symbol("IdentityProvider");
export const DETAIL_READ_LOG = Symbol("DetailReadLog");
/** All ports of the room's use cases. */
export const TENANCY_PORTS = Symbol("TenancyPorts");

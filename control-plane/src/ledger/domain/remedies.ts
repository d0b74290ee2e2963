import { CEILING_UNITS, INFERENCE_ERRORS, type DecisionV1, type RefusalCode } from "@socle/contracts";

/** What would make a refused request pass, and who can do it. */
export interface Remedy {
  readonly code: string;
  readonly fr: string;
  readonly en: string;
  readonly actor: string;
}

type Text = Pick<Remedy, "fr" | "en">;

const TEXTS: Readonly<Record<RefusalCode, Text>> = {
  "key.missing": {
    fr: "Envoyer la clé de l’application dans l’en-tête Authorization: Bearer.",
    en: "Send the application's key in the header Authorization: Bearer.",
  },
  "key.malformed": {
    fr: "Recopier la clé entière, telle qu’elle a été montrée à sa création.",
    en: "Copy the whole key, as it was shown when it was issued.",
  },
  "key.unknown": {
    fr: "Vérifier que la clé est bien une clé de cette plateforme ; sinon en faire délivrer une.",
    en: "Check that the key is one of this platform; otherwise have one issued.",
  },
  "key.expired": {
    fr: "Faire délivrer une nouvelle clé pour l’application.",
    en: "Have a new key issued for the application.",
  },
  "key.revoked": {
    fr: "Faire délivrer une nouvelle clé, une fois réglé ce qui a fait révoquer celle-ci.",
    en: "Have a new key issued, once what led to the revocation is settled.",
  },
  "use_case.suspended": {
    fr: "Demander à la cellule conformité la levée de la suspension du cas d’usage.",
    en: "Ask the compliance cell to lift the suspension of the use case.",
  },
  "use_case.not_runnable": {
    fr: "Faire avancer le cas d’usage jusqu’à un état qui peut appeler l’inférence.",
    en: "Move the use case on to a state that may call inference.",
  },
  "model.not_allowed": {
    fr: "Choisir un modèle permis à l’application, ou faire ajouter celui-ci à la liste de l’application.",
    en: "Choose a model the application may call, or have this one added to the application's list.",
  },
  "policy.denied": {
    fr: "Satisfaire les règles citées, ou demander une dérogation à la cellule conformité quand la règle le permet.",
    en: "Meet the rules cited, or ask the compliance cell for a derogation where the rule allows one.",
  },
  "snapshot.stale": {
    fr: "Rétablir le lien entre l’ordonnanceur et le plan de contrôle : ses règles datent.",
    en: "Restore the link between the scheduler and the control plane: its rules are out of date.",
  },
  "model.unknown": {
    fr: "Choisir un nom dans la liste de /v1/models.",
    en: "Choose a name from the list of /v1/models.",
  },
  "route.unknown": { fr: "Corriger le chemin de l’appel.", en: "Correct the path of the call." },
  "method.not_allowed": { fr: "Employer la méthode HTTP de cette route.", en: "Use the HTTP method of this route." },
  "body.malformed": {
    fr: "Corriger le corps de la requête à l’endroit indiqué.",
    en: "Correct the body of the request at the place given.",
  },
  "body.too_large": {
    fr: "Envoyer une requête plus courte, ou la découper.",
    en: "Send a shorter request, or split it.",
  },
  "body.timeout": {
    fr: "Envoyer le corps sans interruption après les en-têtes.",
    en: "Send the body without a pause after the headers.",
  },
  "media_type.unsupported": {
    fr: "Envoyer du JSON, avec Content-Type: application/json.",
    en: "Send JSON, with Content-Type: application/json.",
  },
  "label.unknown": {
    fr: "Employer un des libellés de données du catalogue.",
    en: "Use one of the data labels of the catalogue.",
  },
  "output.too_long": {
    fr: "Demander moins de jetons en sortie, ou faire relever le maximum du cas d’usage.",
    en: "Ask for fewer output tokens, or have the use case's maximum raised.",
  },
  "budget.exceeded": {
    fr: "Faire relever le budget, ou attendre la période suivante.",
    en: "Have the budget raised, or wait for the next period.",
  },
  "budget.lease_expired": {
    fr: "Rétablir le lien entre l’ordonnanceur et le plan de contrôle : il ne peut plus réserver de budget.",
    en: "Restore the link between the scheduler and the control plane: it can no longer reserve budget.",
  },
  "rate.exceeded": {
    fr: "Attendre la minute ou le jour suivant, espacer les appels, ou faire relever la limite.",
    en: "Wait for the next minute or day, space the calls out, or have the limit raised.",
  },
  "concurrency.exceeded": {
    fr: "Attendre la fin d’un appel en cours, ou faire relever la limite d’appels simultanés.",
    en: "Wait for a running call to end, or have the limit of simultaneous calls raised.",
  },
  "pool.none_eligible": {
    fr: "Appeler un modèle servi dans un groupe qui accepte ces données ; les raisons de chaque groupe sont au-dessus.",
    en: "Call a model served in a pool that accepts these data; each pool's reasons are above.",
  },
  "pool.saturated": {
    fr: "Rappeler un peu plus tard ; si cela dure, demander à ARIANE davantage de GPU dans ce groupe.",
    en: "Call again a little later; if it lasts, ask ARIANE for more GPUs in this pool.",
  },
  "endpoint.unavailable": {
    fr: "Rappeler un peu plus tard ; l’exploitant doit relancer les serveurs de ce modèle.",
    en: "Call again a little later; the operator has to restart this model's servers.",
  },
  "endpoint.failed": {
    fr: "Rappeler ; si cela se répète, l’exploitant doit examiner le serveur de modèle.",
    en: "Call again; if it repeats, the operator has to look at the model server.",
  },
  "endpoint.timeout": {
    fr: "Rappeler un peu plus tard ; si cela se répète, l’exploitant doit examiner le serveur de modèle, qui se tait.",
    en: "Call again a little later; if it repeats, the operator has to look at the model server, which keeps silent.",
  },
  "endpoint.cut": {
    fr: "Rappeler : le serveur de modèle s’est interrompu au milieu de la réponse.",
    en: "Call again: the model server stopped in the middle of the answer.",
  },
  "answer.too_large": {
    fr: "Demander une réponse plus courte, ou en flux : entière, elle dépasse ce qui peut être gardé en mémoire.",
    en: "Ask for a shorter answer, or for a stream: as a whole it is more than may be held in memory.",
  },
  "snapshot.missing": {
    fr: "Relier l’ordonnanceur au plan de contrôle : il n’a encore reçu aucune règle.",
    en: "Connect the scheduler to the control plane: it has not received any rules yet.",
  },
  "spool.full": {
    fr: "Libérer de la place sur le disque de l’ordonnanceur : il n’a plus où noter l’usage.",
    en: "Free space on the scheduler's disk: it has nowhere left to record usage.",
  },
  "memory.full": {
    fr: "Rappeler un peu plus tard ; si cela se répète, l’exploitant doit ajouter une instance ou de la mémoire.",
    en: "Call again a little later; if it repeats, the operator has to add a replica or memory.",
  },
  "control_plane.unavailable": {
    fr: "Envoyer de nouveau un peu plus tard, sous la même clé d’idempotence.",
    en: "Send it again a little later, under the same idempotency key.",
  },
  "scheduler.stopping": {
    fr: "Rappeler tout de suite : une autre instance répondra.",
    en: "Call again at once: another replica will answer.",
  },
  internal: {
    fr: "Signaler l’identifiant de décision à l’exploitant.",
    en: "Report the decision's identifier to the operator.",
  },
};

const isRefusalCode = (code: string): code is RefusalCode => Object.hasOwn(TEXTS, code);

/**
 * What would make this request pass, most useful first: each ceiling that was too low with its figures, then the general
 * advice for its code. Empty when it was served or when its code is not one of this version's.
 * @param nameOf name of a node by id
 */
export function remediesOf(decision: DecisionV1, nameOf: (id: string) => string): readonly Remedy[] {
  const { code } = decision;
  if (code === null || !isRefusalCode(code)) return [];
  const general: Remedy = { code, ...TEXTS[code], actor: INFERENCE_ERRORS[code].actor };
  return [...ceilingRemedies(decision, nameOf), general];
}

function ceilingRemedies({ levels }: DecisionV1, nameOf: (id: string) => string): readonly Remedy[] {
  return levels
    .filter((level) => !level.ok)
    .map(({ nodeId, unit, ceiling, asked, held }) => {
      const { words } = CEILING_UNITS[unit];
      const figures = { asked: String(asked), held: String(held), ceiling: String(ceiling) };
      return {
        code: "ceiling.raise",
        fr: `Relever le plafond de « ${nameOf(nodeId)} » : ${figures.asked} ${words.fr} demandés, ${figures.held} disponibles ici, plafond ${figures.ceiling}.`,
        en: `Raise the ceiling of “${nameOf(nodeId)}”: ${figures.asked} ${words.en} asked, ${figures.held} free here, ceiling ${figures.ceiling}.`,
        actor: "ministry",
      };
    });
}

/** The desk: public registers and the explicit mention. */
export const registers = {
  register: {
    published: "Page publiée",
    entries: "%{smart_count} cas d’usage y figure. |||| %{smart_count} cas d’usage y figurent.",
    lacks: "n’a pas : |||| n’a pas :",
    note: {
      TO_BE_SCREENED:
        "est à qualifier au titre du règlement sur l’IA : classe, domaine et rôle ne concordent pas ou manquent.",
      SECURE_SECTION:
        "s’inscrit dans la partie non publique de la base (article 49, paragraphe 4) : ce fichier n’en dit rien.",
      NATIONAL_REGISTER: "s’inscrit au niveau national (article 49, paragraphe 5) : ce fichier n’en dit rien.",
      NOT_REGISTERED: "n’a pas encore d’inscription connue dans la base de l’Union.",
    },
    name: {
      ANNEX_VIII_C: "Base de données de l’Union (annexe VIII, section C)",
      ANNEX_VIII_B: "Base de données de l’Union (annexe VIII, section B)",
      CRPA_INVENTORY: "Inventaire des traitements algorithmiques (CRPA)",
      ALGORITHM_REGISTER: "Algoritmeregister (Pays-Bas)",
      ATRS: "ATRS (Royaume-Uni)",
    },
    standard: {
      ANNEX_VIII_C: "Règlement (UE) 2024/1689, annexe VIII, section C",
      ANNEX_VIII_B: "Règlement (UE) 2024/1689, annexe VIII, section B",
      CRPA_INVENTORY: "CRPA, articles L. 312-1-3 et R. 311-3-1-2",
      ALGORITHM_REGISTER: "Algoritmeregister 1.0",
      ATRS: "Norme britannique de transparence algorithmique (ATRS) 4.0",
    },
    about: {
      ANNEX_VIII_C: "Systèmes à haut risque déployés par un organisme public.",
      ANNEX_VIII_B:
        "Systèmes de l’annexe III que leur fournisseur, un organisme public, tient hors du haut risque (article 6, paragraphe 3).",
      CRPA_INVENTORY: "Traitements qui fondent des décisions individuelles.",
      ALGORITHM_REGISTER:
        "Cas d’usage dont la catégorie de publication est déclarée. Le registre ne prend que le néerlandais : les textes sont à traduire avant l’envoi.",
      ATRS: "Cas d’usage publiés qui touchent une décision sur une personne ou que des usagers rencontrent. Les textes sont à traduire en anglais avant l’envoi.",
    },
  },
  mention: {
    title: "Mention explicite (CRPA, L. 311-3-1)",
    copy: "Copier la mention",
    missing: "Il manque au dossier :",
    onRequest: "À communiquer sur demande",
    field: {
      goal: "la finalité",
      legalBasis: "le fondement juridique",
      rulesUrl: "l’adresse des règles",
      contactEmail: "le contact",
      dataSources: "les données et leurs sources",
      parameters: "les paramètres et leur pondération",
      operations: "les opérations effectuées",
    },
  },
};

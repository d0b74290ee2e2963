/** Who the body is under regulation (EU) 2024/1689, article 3. */
export const AI_ACT_ROLES = ["provider", "deployer"] as const;

export const AI_ACT_CLASSES = ["prohibited", "high", "limited", "minimal"] as const;

/** The eight areas of annex III. */
export const ANNEX_III_POINTS = [
  "biometrics",
  "critical_infrastructure",
  "education",
  "employment",
  "essential_services",
  "law_enforcement",
  "migration",
  "justice_democracy",
] as const;

/** Grounds of article 6(3) on which a system of annex III is not high-risk; never open to profiling. */
export const ARTICLE_6_3_GROUNDS = [
  "narrow_procedural_task",
  "improves_completed_activity",
  "detects_patterns",
  "preparatory_task",
] as const;

/** The closed list of article 5, with the practice added on 2 December 2026. */
export const PROHIBITED_PRACTICES = [
  "manipulation",
  "exploitation_of_vulnerability",
  "social_scoring",
  "crime_prediction_by_profiling",
  "untargeted_face_scraping",
  "emotion_inference",
  "biometric_categorisation",
  "real_time_biometric_identification",
  "intimate_imagery",
] as const;

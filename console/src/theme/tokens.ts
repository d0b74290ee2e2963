import tokens from "./tokens.json";

export type Mode = "light" | "dark";
export type StateName = keyof (typeof tokens.color.light)["state"];

/** The design's source of truth, as data. */
export { tokens };

export const modeColors = (mode: Mode): (typeof tokens.color)["light"] => tokens.color[mode];

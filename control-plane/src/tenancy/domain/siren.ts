/** Luhn's check: from the right, every second digit doubled (less nine above nine), the sum a multiple of ten. */
export function luhnHolds(digits: string): boolean {
  let sum = 0;
  for (let index = 0; index < digits.length; index += 1) {
    const digit = digits.charCodeAt(digits.length - 1 - index) - 48;
    const doubled = digit * 2;
    sum += index % 2 === 0 ? digit : doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

/** La Poste's establishments share one SIREN and are checked by the plain sum of their digits. */
const LA_POSTE = "356000000";

/** Nine digits with a valid check digit. */
export const isSiren = (text: string): boolean => /^\d{9}$/.test(text) && luhnHolds(text);

/** Fourteen digits with valid check digits for both the legal unit and the establishment. */
export function isSiret(text: string): boolean {
  if (!/^\d{14}$/.test(text) || !luhnHolds(text.slice(0, 9))) return false;
  if (text.startsWith(LA_POSTE) && digitSum(text) % 5 === 0) return true;
  return luhnHolds(text);
}

/** The legal unit of an establishment. */
export const sirenOf = (siret: string): string => siret.slice(0, 9);

const digitSum = (text: string): number => [...text].reduce((sum, digit) => sum + Number(digit), 0);

/** Organisations and groups that CAMEO codes in the place of a country, by their common names. */
const TABLE = `
AAM al-Aqsa Martyrs’ Brigades|ADB the Asian Development Bank|AFB the African Development Bank|ALQ al-Qaeda|AML the Amal Movement
AMN Amnesty International|AMU the Arab Maghreb Union|APE OAPEC|ARL the Arab League|ASN ASEAN|BIS the Bank for International Settlements
CIS the Commonwealth of Independent States|COE the Council of Europe|CRC the Red Cross and Red Crescent|CWN the Commonwealth
DFL the Democratic Front for the Liberation of Palestine|EBR the European Bank for Reconstruction and Development|EEC the European Union
EFT the European Free Trade Association|FAO the Food and Agriculture Organization|FTA Fatah|GCC the Gulf Cooperation Council
GOE the Group of Eight|GOS the Group of Seven|GSS the Group of 77|HCH the UN human rights office|HCR the UN refugee agency
HEZ Hezbollah|HMS Hamas|HRW Human Rights Watch|IAD IGAD|IAE the IAEA|ICC the International Criminal Court
ICG the International Crisis Group|ICJ the International Court of Justice|IDB the Islamic Development Bank
ILO the International Labour Organization|IMF the International Monetary Fund|IOM the International Organization for Migration
IPU the Inter-Parliamentary Union|IRC the Red Cross|ISJ Palestinian Islamic Jihad|ITP Interpol|KDP the Kurdistan Democratic Party
KID UNICEF|MBR the Muslim Brotherhood|MSF Médecins Sans Frontières|NAT NATO|NON the Non-Aligned Movement
OAS the Organization of American States|OAU the African Union|OIC the Organisation of Islamic Cooperation|OPC OPEC
PFL the Popular Front for the Liberation of Palestine|PLO the Palestine Liberation Organization|PLS the Polisario Front
PMD the People’s Mujahedin|RCR the Red Crescent|SAA SAARC|SAD the Southern African Development Community|SCE the OSCE|TAL the Taliban
UNO the United Nations|WAS ECOWAS|WBK the World Bank|WEF the World Economic Forum|WFP the World Food Programme
WHO the World Health Organization|WTO the World Trade Organization|XFM Oxfam
`;

export const GROUP_NAMES: ReadonlyMap<string, string> = new Map(
  TABLE.trim()
    .split(/[|\n]/)
    .map((entry) => [entry.slice(0, 3), entry.slice(4)]),
);

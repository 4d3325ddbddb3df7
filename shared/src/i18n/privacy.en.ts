/** Words of a meeting's privacy notice. This is the type that the Welsh must satisfy. */
export const privacyEn = {
  title: 'Privacy notice',
  lead: 'What is kept about the people who take part in this meeting, by whom, why and for how long.',
  back: 'To the meeting’s record',
  controller: 'Who is responsible',
  noController: 'It has not been said yet. Ask whoever invited you.',
  processor: 'Whoever runs the server keeps the data for them and uses it for nothing else.',
  basis:
    'The law allows it because the meeting is a public task (of a council or a health board) or a legitimate interest (of a charity). Taking part is free, and nobody has to say why they do not.',
  about: 'What is kept about you',
  kept: [
    'A place in the meeting: a random number. Your phone holds the key to it; the server keeps only a fingerprint of that key.',
    'What you send in each vote, under a code that is another one in each vote, and the minute in which it came.',
    'That you have a question, where you press that button, and that it was answered.',
  ],
  card: 'The number of the card that you were given; the server does not know whom it was given to.',
  group:
    'Whether you are a citizen or a professional, where a vote asks it because its rule reads it: you see why, and can rather not say.',
  not: 'Not kept: your name, your email address, your phone number, where you are, what device you have. Your network address is used in the moment to hold off misuse, and is not written down. There are no advertisements, no trackers and nothing from other companies.',
  published: 'What is published',
  duration: 'How long it is kept',
  rights: 'Your rights',
  rightsList: [
    'You can ask those responsible what is kept about you, have it put right, and object.',
    'You can ask for what you wrote to be erased. The record then says that a text was erased, and why, and nothing of it.',
    'You can change what you sent until a vote closes. Afterwards it cannot be taken out, because everyone’s decision stands on it.',
    'Once the key that joins people to ballots is destroyed, nobody can tell which ballot is yours: it can then be neither found nor handed out nor erased.',
    'You can complain to the Information Commissioner (ico.org.uk, also in Welsh).',
  ],
  device: 'What stands on your phone',
  deviceText:
    'The key to your place, what you chose and have not sent, your receipts, and the last five seals of the meeting. It stays on your phone until you clear this site’s data in your browser.',
};
export type PrivacyWords = typeof privacyEn;

/** People at the phones, in the order of the design's agent strip. */
export const PEOPLE: readonly string[] = [
  'Алексей Волков',
  'Alice Anders',
  'Bogdan Ionescu',
  'Chloé Dubois',
  'Дарья Орлова',
  'Emre Yılmaz',
  'Fatima Zahra',
  'Grzegorz Nowak',
  'Hannah Weber',
  'Ιωάννα Παππά',
  'José Núñez',
  'Jürgen Groß',
  'Łucja Żak',
  'Núria Puig',
  '佐藤 健',
  'Søren Kjær',
  'Tomáš Dvořák',
  'Zoë van Dam',
]

/** First names and surnames for everybody else; a surname fits the script of its first name. */
export const SCRIPTS: readonly { first: readonly string[]; last: readonly string[]; separator: string }[] = [
  {
    first: ['Amelia', 'Oliver', 'Siân', 'Noah', 'Maeve', 'Callum', 'Priya', 'Tom', 'Grace', 'Idris'],
    last: ["O'Brien", 'Hughes', 'Patel', 'Walker', 'Okafor', 'Bennett', 'MacLeod', 'Reid', 'Shaw', "D'Arcy"],
    separator: ' ',
  },
  {
    first: ['Marta', 'Łukasz', 'Agnieszka', 'Jiří', 'Zuzana', 'Wojciech', 'Ágnes', 'Anikó', 'Dražen', 'Şebnem'],
    last: ['Kowalska', 'Wiśniewski', 'Żuk', 'Dvořák', 'Králová', 'Szabó', 'Horvat', 'Öztürk', 'Popa', 'Jankauskas'],
    separator: ' ',
  },
  {
    first: ['Élise', 'Inés', 'João', 'Jörg', 'Anneliese', 'Björn', 'Renée', 'Paolo', 'Maartje', 'Añés'],
    last: ['Martin', 'García', 'Gonçalves', 'Müller', 'Lindström', 'Lefèvre', 'Ricci', 'de Vries', 'Peña', 'Schäfer'],
    separator: ' ',
  },
  {
    first: ['Иван', 'Ольга', 'Сергей', 'Наталья', 'Тарас', 'Юлия', 'Павел', 'Ксения', 'Роман', 'Вера'],
    last: ['Петренко', 'Мельник', 'Шевчук', 'Коваль', 'Бондарь', 'Ткач', 'Лысенко', 'Гончар', 'Дьяченко', 'Мороз'],
    separator: ' ',
  },
  {
    first: ['Νίκος', 'Ελένη', 'Γιώργος', 'Δήμητρα', 'Κώστας', 'Σοφία'],
    last: ['Κωνσταντίνου', 'Νικολάου', 'Γεωργίου', 'Ιωάννου', 'Δημητρίου', 'Βασιλείου'],
    separator: ' ',
  },
  {
    first: ['桜', '翔太', '美咲', '大輔', '陽子', '拓也'],
    last: ['高橋', '田中', '鈴木', '渡辺', '小林', '山本'],
    separator: ' ',
  },
  {
    first: ['ليلى', 'أحمد', 'מיכל', 'سارة', 'דניאל', 'يوسف'],
    last: ['حداد', 'منصور', 'לוי', 'خليل', 'כהן', 'نجار'],
    separator: ' ',
  },
]

/** Country codes with the length of what follows. */
export const NUMBERING: readonly (readonly [prefix: string, digits: number])[] = [
  ['+44207', 7],
  ['+4930', 8],
  ['+331', 8],
  ['+3491', 7],
  ['+4822', 7],
  ['+420', 9],
  ['+30210', 7],
  ['+8190', 8],
  ['+7916', 7],
  ['+1212', 7],
]

export const PAUSE_REASONS: readonly string[] = ['lunch', 'break', 'coffee', 'training', 'meeting', 'back office']

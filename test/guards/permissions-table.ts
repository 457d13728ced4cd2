import type { Role } from '#domain/users/roles.ts'

const clinical: readonly Role[] = [
  'ward-manager',
  'consultant',
  'nurse',
  'nursery-nurse',
  'other-clinician',
  'safeguarding-lead',
]
const everybody: readonly Role[] = [...clinical, 'commissioner', 'administrator']
const staffed: readonly Role[] = [...clinical, 'administrator']
const keeping: readonly Role[] = [
  'ward-manager',
  'consultant',
  'nurse',
  'other-clinician',
  'safeguarding-lead',
]
const managing: readonly Role[] = ['ward-manager', 'administrator']
const judging: readonly Role[] = ['ward-manager', 'consultant', 'safeguarding-lead', 'commissioner']
const overseeing: readonly Role[] = ['ward-manager', 'safeguarding-lead']

/** Reads that answer what a rule says of an act in hand, and nothing that is on record. */
export const answersOfRules: readonly string[] = ['supervision.consider']

/**
 * Who may call what, written out by hand: a procedure that is not here fails the test, and so does one
 * whose declaration says otherwise. `open` = before anybody has signed in.
 */
export const mayCall: Record<string, readonly Role[] | 'open'> = {
  'setup.state': 'open',
  'setup.createUnit': 'open',
  'setup.recover': 'open',
  'session.signIn': 'open',
  'session.lockScreen': 'open',
  'store.state': 'open',
  'store.backups': 'open',
  'store.rescue': 'open',
  'store.rescueAccept': 'open',
  'store.rescueKeys': 'open',

  'session.me': everybody,
  'session.active': everybody,
  'session.signOut': everybody,
  'session.lock': everybody,
  'session.startWall': clinical,
  'session.closeUnit': staffed,

  'users.list': managing,
  'users.open': managing,
  'users.openOneShift': ['ward-manager', 'nurse'],
  'users.changeRole': managing,
  'users.disable': managing,
  'users.enable': managing,
  'users.changeOwnPassword': everybody,
  'users.startReset': ['ward-manager', 'nurse', 'administrator'],
  'users.waitingResets': managing,
  'users.decideReset': managing,
  'users.staff': staffed,
  'users.addStaff': managing,
  'users.changeStaff': managing,
  'users.onShift': clinical,
  'users.duties': clinical,
  'users.addDuty': ['ward-manager', 'consultant', 'nurse'],
  'users.changeDuty': ['ward-manager', 'consultant', 'nurse'],
  'users.endDuty': ['ward-manager', 'consultant', 'nurse'],
  'users.withdrawDuty': ['ward-manager', 'consultant', 'nurse'],

  'stays.unit': staffed,
  'stays.changeUnit': managing,
  'stays.beds': staffed,
  'stays.addBed': managing,
  'stays.changeBed': managing,
  'stays.current': clinical,
  'stays.get': clinical,
  'stays.arrive': keeping,
  'stays.babyArrives': keeping,
  'stays.moveBed': keeping,
  'stays.correct': keeping,
  'stays.end': keeping,
  'stays.endPair': keeping,
  'stays.correctPair': keeping,
  'stays.setObservation': ['ward-manager', 'consultant', 'nurse'],

  'people.search': clinical,
  'people.get': clinical,
  'people.add': keeping,
  'people.change': keeping,
  'people.withdraw': keeping,
  'people.ties': clinical,
  'people.addTie': keeping,
  'people.changeTie': keeping,
  'people.withdrawTie': keeping,
  'people.contacts': clinical,
  'people.addContact': keeping,
  'people.changeContact': keeping,
  'people.withdrawContact': keeping,
  'people.legalStatus': clinical,
  'people.addLegalStatus': keeping,
  'people.changeLegalStatus': keeping,
  'people.withdrawLegalStatus': keeping,
  'people.mentalHealthAct': clinical,
  'people.addMentalHealthAct': keeping,
  'people.changeMentalHealthAct': keeping,
  'people.withdrawMentalHealthAct': keeping,

  'board.cards': clinical,
  'supervision.current': clinical,
  'supervision.consider': clinical,
  'supervision.decide': ['ward-manager', 'consultant', 'nurse'],
  'supervision.raise': clinical,
  'supervision.confirmRaise': ['ward-manager', 'consultant', 'nurse'],

  'assurance.requirements': judging,
  'assurance.requirement': judging,
  'assurance.records': ['ward-manager', 'consultant', 'safeguarding-lead'],
  'assurance.makeReport': judging,
  'assurance.reports': judging,
  'assurance.report': judging,
  'assurance.file': judging,

  'ruleSets.list': everybody,
  'ruleSets.current': everybody,
  'ruleSets.get': everybody,

  'training.lists': clinical,
  'training.courses': clinical,
  'training.addCourse': overseeing,
  'training.changeCourse': overseeing,
  'training.matrix': clinical,
  'training.groups': clinical,
  'training.ending': clinical,
  'training.person': clinical,
  'training.recordCertificate': overseeing,
  'training.correctCertificate': overseeing,
  'training.withdrawCertificate': overseeing,
  'training.register': clinical,
  'training.declareRegister': ['ward-manager'],
  'training.ownSigning': clinical,
  'training.countedSignatures': overseeing,

  'audit.ofPatient': overseeing,
  'audit.ofRecord': overseeing,
  'audit.verify': [...overseeing, 'commissioner', 'administrator'],

  'drafts.load': everybody,
  'drafts.list': everybody,
  'drafts.save': everybody,
  'drafts.clear': everybody,

  'store.health': [...overseeing, 'administrator'],
  'store.notices': [...overseeing, 'administrator'],
  'store.backUpNow': managing,
  'store.proveBackup': managing,
  'store.loss': [...overseeing, 'administrator'],
  'store.restore': managing,
}

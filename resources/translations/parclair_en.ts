<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="fr_FR">
<context>
    <name>parclair</name>
    <message>
        <location filename="../../app/commands/request_import.py"/>
        <source>    · et {n} autre (toutes avec --json)</source>
        <translation>    · and {n} more (all with --json)</translation>
    </message>
    <message>
        <location filename="../../app/commands/request_import.py"/>
        <source>    · et {n} autres (toutes avec --json)</source>
        <translation>    · and {n} more (all with --json)</translation>
    </message>
    <message>
        <location filename="../../app/commands/request_import.py"/>
        <source>    · ligne {row}, {column} « {value} » : {reason}</source>
        <translation>    · row {row}, {column} “{value}”: {reason}</translation>
    </message>
    <message>
        <location filename="../../app/commands/request.py"/>
        <source>    · {at}, {author} : {text}</source>
        <translation>    · {at}, {author}: {text}</translation>
    </message>
    <message>
        <location filename="../../app/commands/equipment.py"/>
        <source>    · {name}, à partir du {day}, {until}</source>
        <translation>    · {name}, from {day}, {until}</translation>
    </message>
    <message>
        <location filename="../../app/domain/offer_text.py"/>
        <source> et </source>
        <translation> and </translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/chores.py"/>
        <source> et {n} autre</source>
        <translation> and {n} other</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/chores.py"/>
        <source> et {n} autres</source>
        <translation> and {n} others</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/dates_step.py"/>
        <source> mois</source>
        <translation> months</translation>
    </message>
    <message>
        <location filename="../../app/domain/offer_text.py"/>
        <source> ou </source>
        <translation> or </translation>
    </message>
    <message>
        <location filename="../../app/ui/support/statistics_tables.py"/>
        <source>% très bien</source>
        <translation>% very good</translation>
    </message>
    <message>
        <location filename="../../app/ui/sync/inbox_words.py"/>
        <source>&amp;Abandonner</source>
        <translation>&amp;Give up</translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/people.py"/>
        <source>&amp;Ajouter</source>
        <translation>&amp;Add</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/plan_what.py"/>
        <source>&amp;Ajouter un dossier…</source>
        <translation>&amp;Add a folder…</translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/sites.py"/>
        <source>&amp;Ajouter un site</source>
        <translation>&amp;Add a site</translation>
    </message>
    <message>
        <location filename="../../app/ui/technician/card.py"/>
        <source>&amp;Autre machine…</source>
        <translation>&amp;Another machine…</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/restore_steps.py"/>
        <source>&amp;Certains fichiers ou dossiers seulement</source>
        <translation>&amp;Only some files or folders</translation>
    </message>
    <message>
        <location filename="../../app/ui/first_run/view.py"/>
        <source>&amp;Commencer</source>
        <translation>&amp;Get started</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/plan_password.py"/>
        <source>&amp;Commencer une sauvegarde maintenant</source>
        <translation>Start a &amp;backup now</translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/server.py"/>
        <source>&amp;Connecter à un serveur…</source>
        <translation>&amp;Connect to a server…</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/plan_password.py"/>
        <source>&amp;Copier</source>
        <translation>&amp;Copy</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/claims.py"/>
        <source>&amp;Déclarer un sinistre</source>
        <translation>&amp;Declare a claim</translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/people.py"/>
        <source>&amp;Désactiver</source>
        <translation>&amp;Deactivate</translation>
    </message>
    <message>
        <location filename="../../app/ui/documents/view.py"/>
        <source>&amp;Enregistrer sous</source>
        <translation>&amp;Save as</translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/data.py"/>
        <source>&amp;Faire une copie maintenant</source>
        <translation>&amp;Make a copy now</translation>
    </message>
    <message>
        <location filename="../../app/ui/technician/card.py"/>
        <source>&amp;Fermer</source>
        <translation>&amp;Close</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/this_pc.py"/>
        <source>&amp;Fiche de secours…</source>
        <translation>Recovery &amp;sheet…</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/plan_password.py"/>
        <source>&amp;Garder le mot de passe actuel</source>
        <translation>&amp;Keep the current password</translation>
    </message>
    <message>
        <location filename="../../app/ui/sync/inbox_words.py"/>
        <source>&amp;Garder l’enregistrement</source>
        <translation>&amp;Keep the record</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/view.py"/>
        <source>&amp;Imprimer</source>
        <translation>&amp;Print</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/statistics.py"/>
        <source>&amp;Imprimer en PDF…</source>
        <translation>&amp;Print to PDF…</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/thread.py"/>
        <source>&amp;Intervenir…</source>
        <translation>&amp;Work on it…</translation>
    </message>
    <message>
        <location filename="../../app/ui/documents/view.py"/>
        <source>&amp;Joindre un fichier</source>
        <translation>&amp;Attach a file</translation>
    </message>
    <message>
        <location filename="../../app/ui/sync/inbox_words.py"/>
        <source>&amp;Laisser la valeur actuelle</source>
        <translation>&amp;Leave the current value</translation>
    </message>
    <message>
        <location filename="../../app/ui/sync/inbox_words.py"/>
        <source>&amp;Laisser supprimé</source>
        <translation>&amp;Leave deleted</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/this_pc.py"/>
        <source>&amp;Mettre en place les sauvegardes…</source>
        <translation>Set &amp;up backups…</translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/people.py"/>
        <source>&amp;Modifier</source>
        <translation>&amp;Edit</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/this_pc.py"/>
        <source>&amp;Modifier le plan…</source>
        <translation>&amp;Change the plan…</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/view.py"/>
        <source>&amp;Nouveau contrat</source>
        <translation>&amp;New contract</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/plan_password.py"/>
        <source>&amp;Nouveau mot de passe, tiré au hasard</source>
        <translation>&amp;New password, drawn at random</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/view.py"/>
        <source>&amp;Nouvelle demande</source>
        <translation>&amp;New request</translation>
    </message>
    <message>
        <location filename="../../app/ui/technician/card.py"/>
        <source>&amp;Ouvrir TeamViewer</source>
        <translation>&amp;Open TeamViewer</translation>
    </message>
    <message>
        <location filename="../../app/ui/sync/inbox_detail.py"/>
        <source>&amp;Ouvrir la fiche</source>
        <translation>&amp;Open the sheet</translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/data.py"/>
        <source>&amp;Ouvrir le dossier</source>
        <translation>&amp;Open the folder</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/attachments.py"/>
        <source>&amp;Parcourir…</source>
        <translation>&amp;Browse…</translation>
    </message>
    <message>
        <location filename="../../app/ui/sync/inbox_words.py"/>
        <source>&amp;Restaurer avec le mien</source>
        <translation>&amp;Restore with mine</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/this_pc.py"/>
        <source>&amp;Restaurer…</source>
        <translation>&amp;Restore…</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/plan_what.py"/>
        <source>&amp;Retirer</source>
        <translation>&amp;Remove</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/thread.py"/>
        <source>&amp;Rouvrir</source>
        <translation>&amp;Reopen</translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/people.py"/>
        <source>&amp;Réactiver</source>
        <translation>&amp;Reactivate</translation>
    </message>
    <message>
        <location filename="../../app/ui/sync/inbox_words.py"/>
        <source>&amp;Réessayer</source>
        <translation>&amp;Try again</translation>
    </message>
    <message>
        <location filename="../../app/ui/first_run/view.py"/>
        <source>&amp;Saisir un code…</source>
        <translation>&amp;Enter a code…</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/this_pc.py"/>
        <source>&amp;Sauvegarder maintenant</source>
        <translation>Back up &amp;now</translation>
    </message>
    <message>
        <location filename="../../app/ui/technician/card.py"/>
        <source>&amp;Session technicien…</source>
        <translation>Technician &amp;session…</translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/sites.py"/>
        <source>&amp;Supprimer</source>
        <translation>&amp;Delete</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/intervention_bar.py"/>
        <source>&amp;Terminer…</source>
        <translation>&amp;Finish…</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/restore_steps.py"/>
        <source>&amp;Tous les fichiers de cette sauvegarde</source>
        <translation>&amp;All files of this backup</translation>
    </message>
    <message>
        <location filename="../../app/ui/sync/inbox.py"/>
        <source>&amp;Tout choisir</source>
        <translation>&amp;Select all</translation>
    </message>
    <message>
        <location filename="../../app/ui/technician/card.py"/>
        <source>&amp;Tout copier</source>
        <translation>Copy &amp;all</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/plan_password.py"/>
        <source>&amp;Voir et imprimer la fiche…</source>
        <translation>&amp;View and print the sheet…</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/this_pc.py"/>
        <source>&amp;Vérifier</source>
        <translation>&amp;Verify</translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/data.py"/>
        <source>&amp;Vérifier les données</source>
        <translation>&amp;Check the data</translation>
    </message>
    <message>
        <location filename="../../app/services/sync_inbox.py"/>
        <source>(pas sur le serveur)</source>
        <translation>(not on the server)</translation>
    </message>
    <message>
        <location filename="../../app/services/sync_inbox.py"/>
        <source>(supprimé)</source>
        <translation>(deleted)</translation>
    </message>
    <message>
        <location filename="../../app/services/sync_words.py"/>
        <source>(vide)</source>
        <translation>(empty)</translation>
    </message>
    <message>
        <location filename="../../app/services/sync_words.py"/>
        <source>({n} éléments)</source>
        <translation>({n} items)</translation>
    </message>
    <message>
        <location filename="../../app/commands/backup.py"/>
        <source>--destination et --location, pour un premier plan</source>
        <translation>--destination and --location, for a first plan</translation>
    </message>
    <message>
        <location filename="../../app/commands/contract_services.py"/>
        <source>--none ou --service, pas les deux</source>
        <translation>--none or --service, not both</translation>
    </message>
    <message>
        <location filename="../../app/commands/sync.py"/>
        <source>--offline : le réseau n’est pas interrogé. Relancez la commande sans cette option.</source>
        <translation>--offline: the network is not used. Run the command again without this option.</translation>
    </message>
    <message>
        <location filename="../../app/cli.py"/>
        <source>--tour enregistre des contrats inventés : il faut aussi --demo, qui ne touche à aucune donnée</source>
        <translation>--tour records made-up contracts: --demo is needed too, which touches no data</translation>
    </message>
    <message>
        <location filename="../../app/commands/contract_papers.py"/>
        <source>--undo seul : il reprend la dernière étape notée</source>
        <translation>--undo on its own: it takes back the last step noted</translation>
    </message>
    <message>
        <location filename="../../app/domain/term_reasons.py"/>
        <source>0 jour</source>
        <translation>0 days</translation>
    </message>
    <message>
        <location filename="../../app/services/sync_meeting.py"/>
        <source>1 enregistrement de ce poste sera envoyé.</source>
        <translation>1 record of this PC will be sent.</translation>
    </message>
    <message>
        <location filename="../../app/services/sync_meeting.py"/>
        <source>1 enregistrement du serveur sera reçu et réuni avec ceux d’ici.</source>
        <translation>1 record of the server will be received and put together with those here.</translation>
    </message>
    <message>
        <location filename="../../app/services/sync_meeting.py"/>
        <source>1 enregistrement du serveur sera reçu ici.</source>
        <translation>1 record of the server will be received here.</translation>
    </message>
    <message>
        <location filename="../../app/domain/term_reasons.py"/>
        <source>1 jour</source>
        <translation>1 day</translation>
    </message>
    <message>
        <location filename="../../app/domain/term_reasons.py"/>
        <source>1 mois</source>
        <translation>1 month</translation>
    </message>
    <message>
        <location filename="../../app/domain/offer_tiers.py"/>
        <source>1 pour la première tranche</source>
        <translation>1 for the first tier</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/statistics_period.py"/>
        <source>12 derniers mois</source>
        <translation>Last 12 months</translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/company.py"/>
        <source>14 chiffres : SIREN et établissement</source>
        <translation>14 digits: SIREN and establishment</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/rating.py"/>
        <source>3. Rien n’est enregistré avant « Valider ».</source>
        <translation>3. Nothing is saved until you press “Submit”.</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/history.py"/>
        <source>30 jours</source>
        <translation>30 days</translation>
    </message>
    <message>
        <location filename="../../app/domain/satisfaction.py"/>
        <source>5, 3 ou 1</source>
        <translation>5, 3 or 1</translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/company.py"/>
        <source>9 chiffres</source>
        <translation>9 digits</translation>
    </message>
    <message>
        <location filename="../../app/ui/first_run/view.py"/>
        <source>9 chiffres, sur votre Kbis ou vos factures. Il figure sur les contrats.</source>
        <translation>9 digits, on your company registration or your invoices. It is printed on contracts.</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/history.py"/>
        <source>90 jours</source>
        <translation>90 days</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/statistics_series.py"/>
        <source>&gt; 4 h</source>
        <translation>&gt; 4 h</translation>
    </message>
    <message>
        <location filename="../../app/ui/home/view.py"/>
        <source>A&amp;jouter un matériel</source>
        <translation>&amp;Add equipment</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/follow_up.py"/>
        <source>Abandonner</source>
        <translation>Give up</translation>
    </message>
    <message>
        <location filename="../../app/ui/sync/connect_dialog.py"/>
        <source>Abandonner la connexion</source>
        <translation>Give up connecting</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/new_request.py"/>
        <source>Abandonner la demande</source>
        <translation>Discard the request</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/claim_assistant.py"/>
        <source>Abandonner la déclaration</source>
        <translation>Discard the claim</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/restore.py"/>
        <source>Abandonner la restauration</source>
        <translation>Give up restoring</translation>
    </message>
    <message>
        <location filename="../../app/ui/widgets/assistant.py"/>
        <source>Abandonner la saisie</source>
        <translation>Discard what I entered</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/rating.py"/>
        <source>Abandonner le commentaire</source>
        <translation>Discard the comment</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/plan_dialog.py"/>
        <source>Abandonner le plan</source>
        <translation>Discard the plan</translation>
    </message>
    <message>
        <location filename="../../app/ui/equipment/dialog.py"/>
        <source>Abandonner les modifications</source>
        <translation>Discard changes</translation>
    </message>
    <message>
        <location filename="../../app/domain/managed_services.py"/>
        <source>Absent de votre contrat : le devis ne nomme pas cette prestation ({service}).</source>
        <translation>Not in your contract: the quote does not name this service ({service}).</translation>
    </message>
    <message>
        <location filename="../../app/domain/managed_services.py"/>
        <source>Absent de votre contrat : l’offre n’a pas cette prestation ({service}).</source>
        <translation>Not in your contract: the offer does not have this service ({service}).</translation>
    </message>
    <message>
        <location filename="../../app/services/contract_papers.py"/>
        <source>Absents de l’agenda, car illisibles ici : {numbers}</source>
        <translation>Not in the calendar, as they cannot be read here: {numbers}</translation>
    </message>
    <message>
        <location filename="../../app/ui/home/view.py"/>
        <source>Accueil</source>
        <translation>Home</translation>
    </message>
    <message>
        <location filename="../../app/ui/tour.py"/>
        <source>Accueil : ce qui attend, les échéances, les coûts</source>
        <translation>Home: what waits, deadlines, costs</translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/server.py"/>
        <source>Accès de ce poste</source>
        <translation>This computer’s access</translation>
    </message>
    <message>
        <location filename="../../app/domain/backup_problems.py"/>
        <source>Accès refusé par le dépôt</source>
        <translation>Access refused by the repository</translation>
    </message>
    <message>
        <location filename="../../app/ui/equipment/edit_dialog.py"/>
        <source>Achat et garantie</source>
        <translation>Purchase and warranty</translation>
    </message>
    <message>
        <location filename="../../app/domain/records.py"/>
        <source>Acheté</source>
        <translation>Owned</translation>
    </message>
    <message>
        <location filename="../../app/domain/records.py"/>
        <source>Actif</source>
        <translation>Active</translation>
    </message>
    <message>
        <location filename="../../app/ui/equipment/view.py"/>
        <source>Actions</source>
        <translation>Actions</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/detail.py"/>
        <source>Activer</source>
        <translation>Activate</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/notices.py"/>
        <source>Actualiser</source>
        <translation>Refresh</translation>
    </message>
    <message>
        <location filename="../../app/services/office.py"/>
        <source>Adresse</source>
        <translation>Address</translation>
    </message>
    <message>
        <location filename="../../app/services/sync_words.py"/>
        <source>Adresse du destinataire</source>
        <translation>Recipient’s address</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/resign.py"/>
        <source>Adresse du prestataire</source>
        <translation>Provider’s address</translation>
    </message>
    <message>
        <location filename="../../app/ui/sync/connect_dialog.py"/>
        <source>Adresse du serveur</source>
        <translation>Server address</translation>
    </message>
    <message>
        <location filename="../../app/server/organisations.py"/>
        <source>Adresse inconnue : {email}</source>
        <translation>Unknown address: {email}</translation>
    </message>
    <message>
        <location filename="../../app/domain/record_words.py"/>
        <source>Affectation</source>
        <translation>Assignment</translation>
    </message>
    <message>
        <location filename="../../app/domain/articles.py"/>
        <source>Affectation des appareils</source>
        <translation>Assignment of the devices</translation>
    </message>
    <message>
        <location filename="../../app/ui/equipment/record_tabs.py"/>
        <source>Affectation à {name} à partir du {day}</source>
        <translation>Assigned to {name} from {day}</translation>
    </message>
    <message>
        <location filename="../../app/ui/equipment/panel.py"/>
        <source>Affectations</source>
        <translation>Assignments</translation>
    </message>
    <message>
        <location filename="../../app/ui/equipment/assign_dialog.py"/>
        <source>Affecter</source>
        <translation>Assign</translation>
    </message>
    <message>
        <location filename="../../app/ui/equipment/assign_dialog.py"/>
        <source>Affecter {n} machine</source>
        <translation>Assign {n} machine</translation>
    </message>
    <message>
        <location filename="../../app/ui/equipment/assign_dialog.py"/>
        <source>Affecter {n} machines</source>
        <translation>Assign {n} machines</translation>
    </message>
    <message>
        <location filename="../../app/ui/equipment/assign_dialog.py"/>
        <source>Affecter « {name} »</source>
        <translation>Assign “{name}”</translation>
    </message>
    <message>
        <location filename="../../app/ui/equipment/actions.py"/>
        <source>Affecter…</source>
        <translation>Assign…</translation>
    </message>
    <message>
        <location filename="../../app/ui/equipment/panel.py"/>
        <source>Affectez la machine à un collaborateur (Ctrl+Maj+A).</source>
        <translation>Assign the machine to somebody (Ctrl+Shift+A).</translation>
    </message>
    <message>
        <location filename="../../app/ui/equipment/commands.py"/>
        <source>Affectée à {name}</source>
        <translation>Assigned to {name}</translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/view.py"/>
        <source>Affichage</source>
        <translation>Appearance</translation>
    </message>
    <message>
        <location filename="../../app/ui/home/cards.py"/>
        <source>Afficher encore {n}</source>
        <translation>Show {n} more</translation>
    </message>
    <message>
        <location filename="../../app/ui/equipment/actions.py"/>
        <source>Afficher le détail</source>
        <translation>Show details</translation>
    </message>
    <message>
        <location filename="../../app/ui/home/cards.py"/>
        <source>Afficher les {n} autres</source>
        <translation>Show {n} more</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/timeline.py"/>
        <source>Afficher {n} entrée plus ancienne</source>
        <translation>Show {n} older entry</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/timeline.py"/>
        <source>Afficher {n} entrées plus anciennes</source>
        <translation>Show {n} older entries</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/actions.py"/>
        <source>Agenda iCalendar (*.ics)</source>
        <translation>iCalendar calendar (*.ics)</translation>
    </message>
    <message>
        <location filename="../../app/ui/documents/preview_bar.py"/>
        <source>Agrandir (Ctrl++)</source>
        <translation>Zoom in (Ctrl++)</translation>
    </message>
    <message>
        <location filename="../../app/domain/records.py"/>
        <source>Aide</source>
        <translation>Help</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/detail.py"/>
        <source>Aide…</source>
        <translation>Help…</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/plan_where.py"/>
        <source>Ailleurs que sur le disque de ce PC : une panne ou un vol ne doit pas emporter les deux.</source>
        <translation>Anywhere but on this PC’s own disk: one breakdown or theft must not take both.</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/composer.py"/>
        <source>Aj&amp;outer</source>
        <translation>A&amp;dd</translation>
    </message>
    <message>
        <location filename="../../app/ui/equipment/record_tabs.py"/>
        <source>Ajout de la machine</source>
        <translation>Machine added</translation>
    </message>
    <message>
        <location filename="../../app/ui/tour.py"/>
        <source>Ajout d’une machine</source>
        <translation>Adding a machine</translation>
    </message>
    <message>
        <location filename="../../app/ui/equipment/actions.py"/>
        <source>Ajouter</source>
        <translation>Add</translation>
    </message>
    <message>
        <location filename="../../app/ui/equipment/actions.py"/>
        <source>Ajouter ce PC</source>
        <translation>Add this PC</translation>
    </message>
    <message>
        <location filename="../../app/ui/equipment/assign_dialog.py"/>
        <source>Ajouter et affecter</source>
        <translation>Add and assign</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/claim_dialogs.py"/>
        <source>Ajouter un appareil au parc</source>
        <translation>Add a device to the inventory</translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/people.py"/>
        <source>Ajouter un collaborateur</source>
        <translation>Add a person</translation>
    </message>
    <message>
        <location filename="../../app/ui/equipment/edit_dialog.py"/>
        <source>Ajouter un matériel</source>
        <translation>Add equipment</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/composer.py"/>
        <source>Ajouter un message, une précision, une capture…</source>
        <translation>Add a message, a detail, a screenshot…</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/price_table.py"/>
        <source>Ajouter un seuil</source>
        <translation>Add a threshold</translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/sites.py"/>
        <source>Ajouter un site</source>
        <translation>Add a site</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/composer.py"/>
        <source>Ajouter à la demande (Ctrl+Entrée)</source>
        <translation>Add to the request (Ctrl+Enter)</translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/people.py"/>
        <source>Ajoutez les personnes à qui vous confiez du matériel.</source>
        <translation>Add the people you hand equipment to.</translation>
    </message>
    <message>
        <location filename="../../app/ui/home/cards.py"/>
        <source>Ajoutez votre matériel</source>
        <translation>Add your equipment</translation>
    </message>
    <message>
        <location filename="../../app/ui/equipment/view.py"/>
        <source>Ajoutez-en, ou choisissez « Tous les sites » en haut de la fenêtre.</source>
        <translation>Add some, or choose “All sites” at the top of the window.</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/history.py"/>
        <source>Ajouté</source>
        <translation>Added</translation>
    </message>
    <message>
        <location filename="../../app/services/sync_words.py"/>
        <source>Ajouté (octets)</source>
        <translation>Added (bytes)</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/contract_list.py"/>
        <source>Alerte</source>
        <translation>Alert</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/overview.py"/>
        <source>Aller au contrat {number}</source>
        <translation>Go to contract {number}</translation>
    </message>
    <message>
        <location filename="../../app/domain/records.py"/>
        <source>Alsace-Moselle</source>
        <translation>Alsace-Moselle</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/dialogs.py"/>
        <source>Annuler</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <location filename="../../app/ui/notice.py"/>
        <source>Annuler (Ctrl+Z)</source>
        <translation>Undo (Ctrl+Z)</translation>
    </message>
    <message>
        <location filename="../../app/ui/main_window.py"/>
        <source>Annuler la dernière action</source>
        <translation>Undo the last action</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/thread.py"/>
        <source>Annuler le rendez-vous</source>
        <translation>Cancel the appointment</translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/company.py"/>
        <source>Annuler les modifications</source>
        <translation>Discard changes</translation>
    </message>
    <message>
        <location filename="../../app/ui/widgets/states.py"/>
        <source>Annulé</source>
        <translation>Cancelled</translation>
    </message>
    <message>
        <location filename="../../app/documents/statistics_model.py"/>
        <source>Année</source>
        <translation>Year</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/statistics_period.py"/>
        <source>Année précédente</source>
        <translation>Last year</translation>
    </message>
    <message>
        <location filename="../../app/documents/statistics_model.py"/>
        <source>Années</source>
        <translation>Years</translation>
    </message>
    <message>
        <location filename="../../app/domain/pc_words.py"/>
        <source>Antivirus</source>
        <translation>Antivirus</translation>
    </message>
    <message>
        <location filename="../../app/ui/documents/preview.py"/>
        <source>Aperçu de {title}</source>
        <translation>Preview of {title}</translation>
    </message>
    <message>
        <location filename="../../app/domain/cover.py"/>
        <source>Appareil</source>
        <translation>Device</translation>
    </message>
    <message>
        <location filename="../../app/domain/cover.py"/>
        <source>Appareil de remplacement</source>
        <translation>Replacement device</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/claim_steps.py"/>
        <source>Appareil et sinistre</source>
        <translation>Device and claim</translation>
    </message>
    <message>
        <location filename="../../app/domain/cover.py"/>
        <source>Appareil laissé sans surveillance</source>
        <translation>Device left unattended</translation>
    </message>
    <message>
        <location filename="../../app/commands/claim_show.py"/>
        <source>Appareil prêté</source>
        <translation>Device on loan</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/price_step.py"/>
        <source>Appareils</source>
        <translation>Devices</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/claim_dialogs.py"/>
        <source>Appareils en stock</source>
        <translation>Devices in stock</translation>
    </message>
    <message>
        <location filename="../../app/domain/managed_services.py"/>
        <source>Appareils loués</source>
        <translation>Rented devices</translation>
    </message>
    <message>
        <location filename="../../app/domain/cover.py"/>
        <source>Appel du support</source>
        <translation>Call from support</translation>
    </message>
    <message>
        <location filename="../../app/commands/claim_show.py"/>
        <source>Appel du support promis pour le {due}, noté : {done}</source>
        <translation>Support call promised by {due}, noted: {done}</translation>
    </message>
    <message>
        <location filename="../../app/services/sync_words.py"/>
        <source>Appel dû</source>
        <translation>Call due</translation>
    </message>
    <message>
        <location filename="../../app/ui/home/cards.py"/>
        <source>Appeler {name}</source>
        <translation>Call {name}</translation>
    </message>
    <message>
        <location filename="../../app/ui/home/cards.py"/>
        <source>Appeler {name} au {phone}</source>
        <translation>Call {name} on {phone}</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/clock_strip.py"/>
        <source>Appeler {name} · contrat {number}</source>
        <translation>Call {name} · contract {number}</translation>
    </message>
    <message>
        <location filename="../../app/services/sync_words.py"/>
        <source>Appelé le</source>
        <translation>Called on</translation>
    </message>
    <message>
        <location filename="../../app/domain/article_services.py"/>
        <source>Après chaque intervention {after}, le Client est invité à l’évaluer.</source>
        <translation>After each intervention carried out {after}, the Customer is invited to rate it.</translation>
    </message>
    <message>
        <location filename="../../app/domain/article_services.py"/>
        <source>Après chaque intervention {after}, le Prestataire adresse au Client, par e-mail, un lien pour l’évaluer.</source>
        <translation>After each intervention carried out {after}, the Provider e-mails the Customer a link to rate it.</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/run_bar.py"/>
        <source>Arrê&amp;ter</source>
        <translation>S&amp;top</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/run_bar.py"/>
        <source>Arrêt en cours…</source>
        <translation>Stopping…</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/closing.py"/>
        <source>Arrêter et fermer</source>
        <translation>Stop and close</translation>
    </message>
    <message>
        <location filename="../../app/domain/end_of_rental.py"/>
        <source>Arrêter et rendre les appareils</source>
        <translation>Stop and return the devices</translation>
    </message>
    <message>
        <location filename="../../app/ui/sync/words.py"/>
        <source>Arrêté</source>
        <translation>Stopped</translation>
    </message>
    <message>
        <location filename="../../app/domain/records.py"/>
        <source>Arrêtée</source>
        <translation>Stopped</translation>
    </message>
    <message>
        <location filename="../../app/domain/backup_problems.py"/>
        <source>Arrêtée à votre demande</source>
        <translation>Stopped at your request</translation>
    </message>
    <message>
        <location filename="../../app/services/backup_access.py"/>
        <source>Arrêtée à votre demande.</source>
        <translation>Stopped at your request.</translation>
    </message>
    <message>
        <location filename="../../app/ui/equipment/bulk_dialog.py"/>
        <source>Arrêté : aucune machine n’a été modifiée.</source>
        <translation>Stopped: no machine was changed.</translation>
    </message>
    <message>
        <location filename="../../app/ui/equipment/bulk_dialog.py"/>
        <source>Arrêt…</source>
        <translation>Stopping…</translation>
    </message>
    <message>
        <location filename="../../app/services/sync_words.py"/>
        <source>Article</source>
        <translation>Item</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/review_step.py"/>
        <source>Article {n}. {title}</source>
        <translation>Article {n}. {title}</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/review_step.py"/>
        <source>Articles</source>
        <translation>Articles</translation>
    </message>
    <message>
        <location filename="../../app/documents/contract_sections.py"/>
        <source>Article {number} – {title}</source>
        <translation>Article {number} – {title}</translation>
    </message>
    <message>
        <location filename="../../app/documents/statistics.py"/>
        <source>Assistance</source>
        <translation>Support</translation>
    </message>
    <message>
        <location filename="../../app/domain/backup_problems.py"/>
        <source>Attendez la fin de l’autre opération ; Parclair réessaie de lui-même.</source>
        <translation>Wait for the other operation to end; Parclair tries again by itself.</translation>
    </message>
    <message>
        <location filename="../../app/ui/widgets/forms.py"/>
        <source>Attendu : {allowed}</source>
        <translation>Expected: {allowed}</translation>
    </message>
    <message>
        <location filename="../../app/documents/statistics.py"/>
        <source>Attente</source>
        <translation>Wait</translation>
    </message>
    <message>
        <location filename="../../app/services/sync_words.py"/>
        <source>Attente (minutes)</source>
        <translation>Wait (minutes)</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/statistics.py"/>
        <source>Attente avant la première réponse</source>
        <translation>Wait for the first answer</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/statistics_series.py"/>
        <source>Attente avant la première réponse, par mois</source>
        <translation>Wait for the first answer, by month</translation>
    </message>
    <message>
        <location filename="../../app/documents/statistics.py"/>
        <source>Attente moyenne de la première réponse (minutes d’ouverture)</source>
        <translation>Average wait for the first answer (minutes of opening)</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/statistics_tables.py"/>
        <source>Attente moyenne en minutes d’ouverture</source>
        <translation>Mean wait, in minutes of opening hours</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/statistics_series.py"/>
        <source>Attente moyenne : {mean}</source>
        <translation>Mean wait: {mean}</translation>
    </message>
    <message>
        <location filename="../../app/services/resignation_reading.py"/>
        <source>Attention : envoyée aujourd’hui ({channel}), la lettre peut encore mettre fin au contrat le {sooner}. Reçue à la date indiquée, elle le laisse courir jusqu’au {end}. L’échéance à tenir est le {deadline}.</source>
        <translation>Warning: sent today ({channel}), the letter can still end the contract on {sooner}. Received on the day given, it leaves it running until {end}. The deadline to keep is {deadline}.</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/dates_step.py"/>
        <source>Attribué par Parclair</source>
        <translation>Given by Parclair</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/statistics_period.py"/>
        <source>Au</source>
        <translation>To</translation>
    </message>
    <message>
        <location filename="../../app/domain/managed_services.py"/>
        <source>Au devis</source>
        <translation>In the quote</translation>
    </message>
    <message>
        <location filename="../../app/domain/backup_eligibility.py"/>
        <source>Au moins {asked} de réponses attendues sur {days} jours. Vérifiez la box et le câble, ou demandez une autre connexion.</source>
        <translation>At least {asked} of answers expected over {days} days. Check the router and the cable, or ask for another connection.</translation>
    </message>
    <message>
        <location filename="../../app/domain/backup_eligibility.py"/>
        <source>Au moins {asked} de réponses et aucune coupure de plus de {hours} h : stable.</source>
        <translation>At least {asked} of answers and no outage over {hours} h: stable.</translation>
    </message>
    <message>
        <location filename="../../app/domain/managed_services.py"/>
        <source>Au moins {least} appareils loués</source>
        <translation>At least {least} rented devices</translation>
    </message>
    <message>
        <location filename="../../app/domain/managed_services.py"/>
        <source>Au moins {least} contrats</source>
        <translation>At least {least} contracts</translation>
    </message>
    <message>
        <location filename="../../app/domain/cover.py"/>
        <source>Au plus tard le {day}.</source>
        <translation>By {day} at the latest.</translation>
    </message>
    <message>
        <location filename="../../app/domain/cover.py"/>
        <source>Au plus tard le {due}.</source>
        <translation>By {due} at the latest.</translation>
    </message>
    <message>
        <location filename="../../app/domain/article_services.py"/>
        <source>Au terme de la location, le Client choisit entre les issues suivantes : {choices}.</source>
        <translation>At the end of the rental, the Customer chooses between the following: {choices}.</translation>
    </message>
    <message>
        <location filename="../../app/documents/contract_sections.py"/>
        <source>Au terme de l’engagement</source>
        <translation>When the commitment ends</translation>
    </message>
    <message>
        <location filename="../../app/domain/pricing.py"/>
        <source>Au total : {n} ordinateur</source>
        <translation>In total: {n} computer</translation>
    </message>
    <message>
        <location filename="../../app/domain/pricing.py"/>
        <source>Au total : {n} ordinateurs</source>
        <translation>In total: {n} computers</translation>
    </message>
    <message>
        <location filename="../../app/domain/article_parts.py"/>
        <source>Au-delà de cette durée, il se poursuit pour une durée indéterminée, jusqu’à sa résiliation.</source>
        <translation>After that time it continues for an indefinite period, until notice is given.</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/claim_detail.py"/>
        <source>Aucun</source>
        <translation>None</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/claim_dialogs.py"/>
        <source>Aucun appareil en stock</source>
        <translation>No device in stock</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/claim_dialogs.py"/>
        <source>Aucun appareil ne correspond.</source>
        <translation>No device matches.</translation>
    </message>
    <message>
        <location filename="../../app/services/claim_devices.py"/>
        <source>Aucun appareil n’est prêté pour le sinistre {number}.</source>
        <translation>No device is on loan for claim {number}.</translation>
    </message>
    <message>
        <location filename="../../app/services/claims.py"/>
        <source>Aucun appel n’a été promis pour le sinistre {number}.</source>
        <translation>No call was promised for claim {number}.</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/statistics.py"/>
        <source>Aucun avis sur cette période</source>
        <translation>No ratings in this period</translation>
    </message>
    <message>
        <location filename="../../app/ui/equipment/panel.py"/>
        <source>Aucun changement</source>
        <translation>No changes</translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/people.py"/>
        <source>Aucun collaborateur</source>
        <translation>No people yet</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/history.py"/>
        <source>Aucun compte rendu</source>
        <translation>No reports</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/view.py"/>
        <source>Aucun contrat</source>
        <translation>No contract</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/detail.py"/>
        <source>Aucun contrat choisi</source>
        <translation>No contract chosen</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/price_step.py"/>
        <source>Aucun contrat de location</source>
        <translation>No rental contract</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/clock_strip.py"/>
        <source>Aucun contrat d’assistance en cours : enregistrez-en un dans Contrats pour voir ici qui appeler, et quand.</source>
        <translation>No support contract is running: record one under Contracts to see here whom to call, and when.</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/services.py"/>
        <source>Aucun contrat d’infogérance</source>
        <translation>No managed IT contract</translation>
    </message>
    <message>
        <location filename="../../app/commands/request.py"/>
        <source>Aucun contrat d’infogérance en cours.</source>
        <translation>No managed IT contract is running.</translation>
    </message>
    <message>
        <location filename="../../app/domain/support_cover.py"/>
        <source>Aucun contrat en cours ne couvre cette demande.</source>
        <translation>No running contract covers this request.</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/view.py"/>
        <source>Aucun contrat ne correspond</source>
        <translation>No contract matches</translation>
    </message>
    <message>
        <location filename="../../app/services/backup_jobs.py"/>
        <source>Aucun des dossiers du plan n’existe sur ce poste.</source>
        <translation>None of the plan’s folders exists on this PC.</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/papers.py"/>
        <source>Aucun document</source>
        <translation>No documents</translation>
    </message>
    <message>
        <location filename="../../app/ui/documents/view.py"/>
        <source>Aucun document ne correspond</source>
        <translation>No document matches</translation>
    </message>
    <message>
        <location filename="../../app/ui/documents/view.py"/>
        <source>Aucun document pour l’instant</source>
        <translation>No documents yet</translation>
    </message>
    <message>
        <location filename="../../app/ui/documents/preview.py"/>
        <source>Aucun document à afficher</source>
        <translation>No document to show</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/cover_panel.py"/>
        <source>Aucun délai de rappel n’est prévu.</source>
        <translation>No call-back time is set.</translation>
    </message>
    <message>
        <location filename="../../app/ui/equipment/view.py"/>
        <source>Aucun matériel encore</source>
        <translation>No equipment yet</translation>
    </message>
    <message>
        <location filename="../../app/ui/equipment/view.py"/>
        <source>Aucun matériel sur ce site</source>
        <translation>No equipment at this site</translation>
    </message>
    <message>
        <location filename="../../app/services/contract_obstacles.py"/>
        <source>Aucun ordinateur n’est loué chez {provider} : le contrat ne coûte rien pour l’instant.</source>
        <translation>No computer is rented from {provider}: the contract costs nothing for now.</translation>
    </message>
    <message>
        <location filename="../../app/documents/contract.py"/>
        <source>Aucun ordinateur n’est loué à ce jour : ce document est établi pour information, il n’est pas à signer.</source>
        <translation>No computer is rented today: this document is drawn up for information and is not to be signed.</translation>
    </message>
    <message>
        <location filename="../../app/commands/backup.py"/>
        <source>Aucun plan de sauvegarde sur ce poste.</source>
        <translation>This PC has no backup plan.</translation>
    </message>
    <message>
        <location filename="../../app/services/backups.py"/>
        <source>Aucun plan de sauvegarde sur ce poste. Choisissez d’abord quoi sauvegarder et où.</source>
        <translation>This PC has no backup plan. First choose what to back up and where.</translation>
    </message>
    <message>
        <location filename="../../app/server/commands.py"/>
        <source>Aucun poste.</source>
        <translation>No computers.</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/appointment.py"/>
        <source>Aucun rendez-vous à venir</source>
        <translation>No upcoming appointments</translation>
    </message>
    <message>
        <location filename="../../app/ui/search_popup.py"/>
        <source>Aucun résultat pour « {text} »</source>
        <translation>No results for “{text}”</translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/server.py"/>
        <source>Aucun serveur</source>
        <translation>No server</translation>
    </message>
    <message>
        <location filename="../../app/ui/sync/chip.py"/>
        <source>Aucun serveur n’est configuré : rien n’est envoyé, rien n’est en attente.</source>
        <translation>No server is set up: nothing is sent, nothing is waiting.</translation>
    </message>
    <message>
        <location filename="../../app/ui/sync/chip.py"/>
        <source>Aucun serveur n’est configuré : rien n’est envoyé.</source>
        <translation>No server is set up: nothing is sent.</translation>
    </message>
    <message>
        <location filename="../../app/ui/equipment/panel.py"/>
        <source>Aucun sinistre</source>
        <translation>No claims</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/claims.py"/>
        <source>Aucun sinistre en cours</source>
        <translation>No open claims</translation>
    </message>
    <message>
        <location filename="../../app/commands/claim.py"/>
        <source>Aucun sinistre en cours.</source>
        <translation>No open claims.</translation>
    </message>
    <message>
        <location filename="../../app/commands/claim.py"/>
        <source>Aucun sinistre.</source>
        <translation>No claims.</translation>
    </message>
    <message>
        <location filename="../../app/ui/equipment/bulk_dialog.py"/>
        <source>Aucun site</source>
        <translation>No site</translation>
    </message>
    <message>
        <location filename="../../app/ui/home/view.py"/>
        <source>Aucun téléphone n’est relié à ce PC : le numéro {phone} est copié.</source>
        <translation>No telephone is connected to this PC: the number {phone} has been copied.</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/live_panel.py"/>
        <source>Aucune</source>
        <translation>None</translation>
    </message>
    <message>
        <location filename="../../app/domain/backup_eligibility.py"/>
        <source>Aucune coupure de plus de {hours} h n’est admise pendant que le poste est allumé. Vérifiez la box et le câble : la condition sera remplie {days} jours après la coupure.</source>
        <translation>No outage over {hours} h is allowed while the PC is on. Check the router and the cable: the condition will be met {days} days after the outage.</translation>
    </message>
    <message>
        <location filename="../../app/ui/equipment/panel.py"/>
        <source>Aucune demande</source>
        <translation>No requests</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/thread.py"/>
        <source>Aucune demande choisie</source>
        <translation>No request selected</translation>
    </message>
    <message>
        <location filename="../../app/ui/technician/card.py"/>
        <source>Aucune demande encore</source>
        <translation>No request yet</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/all_requests.py"/>
        <source>Aucune demande ne correspond</source>
        <translation>No request matches</translation>
    </message>
    <message>
        <location filename="../../app/ui/technician/start_dialog.py"/>
        <source>Aucune en particulier</source>
        <translation>None in particular</translation>
    </message>
    <message>
        <location filename="../../app/server/commands.py"/>
        <source>Aucune entreprise.</source>
        <translation>No organisations.</translation>
    </message>
    <message>
        <location filename="../../app/domain/article_services.py"/>
        <source>Aucune franchise n’est retenue.</source>
        <translation>No excess applies.</translation>
    </message>
    <message>
        <location filename="../../app/commands/request_steps.py"/>
        <source>Aucune intervention n’est en cours sur la demande {number}.</source>
        <translation>No intervention is under way on request {number}.</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/statistics.py"/>
        <source>Aucune intervention sur cette période</source>
        <translation>No interventions in this period</translation>
    </message>
    <message>
        <location filename="../../app/commands/support.py"/>
        <source>Aucune intervention terminée sur cette période.</source>
        <translation>No intervention ended in this period.</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/view.py"/>
        <source>Aucune licence</source>
        <translation>No licences</translation>
    </message>
    <message>
        <location filename="../../app/commands/backup.py"/>
        <source>Aucune licence connue.</source>
        <translation>No licence known.</translation>
    </message>
    <message>
        <location filename="../../app/ui/equipment/view.py"/>
        <source>Aucune machine</source>
        <translation>No machines</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/machine_picker.py"/>
        <source>Aucune machine en particulier</source>
        <translation>No machine in particular</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/claim_machine.py"/>
        <source>Aucune machine louée : indiquez « Loué » et le contrat dans la fiche de la machine.</source>
        <translation>No rented machine: set “Rented” and the contract on the machine’s sheet.</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/claim_machine.py"/>
        <source>Aucune machine ne correspond : corrigez la recherche.</source>
        <translation>No machine matches: change your search.</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/machine_picker.py"/>
        <source>Aucune machine ne correspond : envoyez sans, ou corrigez la recherche.</source>
        <translation>No machine matches: send without one, or correct the search.</translation>
    </message>
    <message>
        <location filename="../../app/domain/backup_eligibility.py"/>
        <source>Aucune mesure encore : elles commencent quand ce poste est relié au serveur du prestataire.</source>
        <translation>Not measured yet: measuring begins when this PC is connected to the provider’s server.</translation>
    </message>
    <message>
        <location filename="../../app/services/home_backups.py"/>
        <source>Aucune n’a encore réussi</source>
        <translation>None has succeeded yet</translation>
    </message>
    <message>
        <location filename="../../app/services/support_cover.py"/>
        <source>Aucune offre connue ne donne de prix hors contrat.</source>
        <translation>No known offer gives prices without a contract.</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/subscribe.py"/>
        <source>Aucune offre connue n’a de prix pour cette option.</source>
        <translation>No known offer has a price for this option.</translation>
    </message>
    <message>
        <location filename="../../app/domain/article_parts.py"/>
        <source>Aucune option n’est souscrite à la date du présent document.</source>
        <translation>No option is subscribed at the date of this document.</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/statistics_series.py"/>
        <source>Aucune première réponse</source>
        <translation>No first answers</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/statistics.py"/>
        <source>Aucune première réponse sur cette période</source>
        <translation>No first answers in this period</translation>
    </message>
    <message>
        <location filename="../../app/domain/term_reasons.py"/>
        <source>Aucune période ne commence après le {as_of}.</source>
        <translation>No period starts after {as_of}.</translation>
    </message>
    <message>
        <location filename="../../app/services/resignations.py"/>
        <source>Aucune résiliation n’est en cours pour le contrat {number}.</source>
        <translation>No termination is under way for contract {number}.</translation>
    </message>
    <message>
        <location filename="../../app/services/resignations.py"/>
        <source>Aucune résiliation à envoyer pour le contrat {number} : il n’y a rien à abandonner.</source>
        <translation>There is no termination to send for contract {number}: nothing to give up.</translation>
    </message>
    <message>
        <location filename="../../app/services/home_backups.py"/>
        <source>Aucune sauvegarde connue</source>
        <translation>No known backup</translation>
    </message>
    <message>
        <location filename="../../app/domain/backup_state.py"/>
        <source>Aucune sauvegarde n’a encore réussi et la dernière a échoué.</source>
        <translation>No backup has succeeded yet and the last one failed.</translation>
    </message>
    <message>
        <location filename="../../app/domain/backup_state.py"/>
        <source>Aucune sauvegarde n’a encore été faite.</source>
        <translation>No backup has been made yet.</translation>
    </message>
    <message>
        <location filename="../../app/domain/backup_state.py"/>
        <source>Aucune sauvegarde n’a réussi en {n} h, plus de {late} h.</source>
        <translation>No backup has succeeded in {n} h, more than {late} h.</translation>
    </message>
    <message>
        <location filename="../../app/domain/pricing.py"/>
        <source>Aucune unité : rien n’est dû</source>
        <translation>No unit: nothing is due</translation>
    </message>
    <message>
        <location filename="../../app/domain/timeline.py"/>
        <source>Aujourd’hui</source>
        <translation>Today</translation>
    </message>
    <message>
        <location filename="../../app/ui/equipment/assign_dialog.py"/>
        <source>Aujourd’hui chez {names}.</source>
        <translation>Now with {names}.</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/plan_when.py"/>
        <source>Aussi quand Parclair est &amp;fermé (par le planificateur du système)</source>
        <translation>Also while Parclair is &amp;closed (by the system’s scheduler)</translation>
    </message>
    <message>
        <location filename="../../app/services/sync_words.py"/>
        <source>Auteur</source>
        <translation>Author</translation>
    </message>
    <message>
        <location filename="../../app/domain/records.py"/>
        <source>Autre</source>
        <translation>Other</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/claim_slots.py"/>
        <source>Autre document (photo, facture…)</source>
        <translation>Another document (photo, invoice…)</translation>
    </message>
    <message>
        <location filename="../../app/domain/cover.py"/>
        <source>Autrement, ou on ne sait pas</source>
        <translation>Otherwise, or nobody knows</translation>
    </message>
    <message>
        <location filename="../../app/ui/equipment/panel.py"/>
        <source>Autres actions</source>
        <translation>More actions</translation>
    </message>
    <message>
        <location filename="../../app/services/home_support.py"/>
        <source>Autres demandes sans réponse : {n}</source>
        <translation>Other unanswered requests: {n}</translation>
    </message>
    <message>
        <location filename="../../app/services/home_support.py"/>
        <source>Autres demandes sans réponse : {n} ou plus</source>
        <translation>Other unanswered requests: {n} or more</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/plan_what.py"/>
        <source>Autres dossiers</source>
        <translation>Other folders</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/claim_detail.py"/>
        <source>Autres issues</source>
        <translation>Other outcomes</translation>
    </message>
    <message>
        <location filename="../../app/services/home_backups.py"/>
        <source>Autres sauvegardes à surveiller : {n}</source>
        <translation>Other backups to watch: {n}</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/run_bar.py"/>
        <source>Avancement</source>
        <translation>Progress</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/cover_panel.py"/>
        <source>Avant d’envoyer</source>
        <translation>Before you send</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/claim_decision.py"/>
        <source>Avant {moment}</source>
        <translation>Before {moment}</translation>
    </message>
    <message>
        <location filename="../../app/ui/tour_contracts.py"/>
        <source>Avec deux options : {price} HT par mois</source>
        <translation>With two options: {price} excl. VAT per month</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/rating.py"/>
        <source>Avec {name}, demandée le {moment}</source>
        <translation>With {name}, asked for on {moment}</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/rating.py"/>
        <source>Avec {name}, terminée le {moment}</source>
        <translation>With {name}, finished on {moment}</translation>
    </message>
    <message>
        <location filename="../../app/commands/support.py"/>
        <source>Avis</source>
        <translation>Ratings</translation>
    </message>
    <message>
        <location filename="../../app/services/sync_words.py"/>
        <source>Avis demandé le</source>
        <translation>Rating asked for on</translation>
    </message>
    <message>
        <location filename="../../app/commands/request.py"/>
        <source>Avis donné</source>
        <translation>Rating</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/statistics.py"/>
        <source>Avis par mois</source>
        <translation>Ratings by month</translation>
    </message>
    <message>
        <location filename="../../app/services/home_support.py"/>
        <source>Avis à donner : {number}</source>
        <translation>To be rated: {number}</translation>
    </message>
    <message>
        <location filename="../../app/services/home_support.py"/>
        <source>Avis à donner : {n} demandes</source>
        <translation>To be rated: {n} requests</translation>
    </message>
    <message>
        <location filename="../../app/services/support_reading.py"/>
        <source>Avis : {value}</source>
        <translation>Rating: {value}</translation>
    </message>
    <message>
        <location filename="../../app/services/office.py"/>
        <source>BIC</source>
        <translation>BIC</translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/data.py"/>
        <source>Base de données</source>
        <translation>Database</translation>
    </message>
    <message>
        <location filename="../../app/server/commands.py"/>
        <source>Base restaurée, avec une nouvelle histoire (entreprises : {n}). L’ancienne base est gardée à côté.</source>
        <translation>Database restored, with a new history (organisations: {n}). The former database is kept beside it.</translation>
    </message>
    <message>
        <location filename="../../app/services/backup_jobs.py"/>
        <source>Bases de données tenues par un autre programme, enregistrées telles quelles : {names}.</source>
        <translation>Databases held by another program, saved as they are: {names}.</translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/about.py"/>
        <source>Bibliothèques</source>
        <translation>Libraries</translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/data.py"/>
        <source>Bien</source>
        <translation>Fine</translation>
    </message>
    <message>
        <location filename="../../app/ui/first_run/view.py"/>
        <source>Bienvenue</source>
        <translation>Welcome</translation>
    </message>
    <message>
        <location filename="../../app/ui/first_run/view.py"/>
        <source>Bienvenue dans Parclair</source>
        <translation>Welcome to Parclair</translation>
    </message>
    <message>
        <location filename="../../app/domain/records.py"/>
        <source>Bloqué</source>
        <translation>Blocked</translation>
    </message>
    <message>
        <location filename="../../app/server/mails/messages.py"/>
        <source>Bonjour,</source>
        <translation>Hello,</translation>
    </message>
    <message>
        <location filename="../../app/domain/records.py"/>
        <source>Bras de restitution</source>
        <translation>Return arm</translation>
    </message>
    <message>
        <location filename="../../app/domain/records.py"/>
        <source>Brouillon</source>
        <translation>Draft</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/actions.py"/>
        <source>Brouillon {number} supprimé</source>
        <translation>Draft {number} deleted</translation>
    </message>
    <message>
        <location filename="../../app/services/home.py"/>
        <source>Brouillon à finir : {number}</source>
        <translation>Draft to finish: {number}</translation>
    </message>
    <message>
        <location filename="../../app/domain/pc_words.py"/>
        <source>Build</source>
        <translation>Build</translation>
    </message>
    <message>
        <location filename="../../app/domain/backup_eligibility.py"/>
        <source>Build {build} au moins attendu</source>
        <translation>Build {build} or later required</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/attachments.py"/>
        <source>C&amp;apturer l’écran</source>
        <translation>C&amp;apture the screen</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/thread.py"/>
        <source>C&amp;lôturer</source>
        <translation>C&amp;lose</translation>
    </message>
    <message>
        <location filename="../../app/server/cli.py"/>
        <source>COMMANDE</source>
        <translation>COMMAND</translation>
    </message>
    <message>
        <location filename="../../app/domain/records.py"/>
        <source>Caisse</source>
        <translation>Till</translation>
    </message>
    <message>
        <location filename="../../app/ui/equipment/view.py"/>
        <source>Caisses, ordinateurs, imprimantes, convoyeur… Ajoutez la première machine : une désignation et un type suffisent.</source>
        <translation>Tills, computers, printers, a conveyor… Add the first machine: a name and a type are enough.</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/restore.py"/>
        <source>Calcul de ce qui sera écrit…</source>
        <translation>Working out what will be written…</translation>
    </message>
    <message>
        <location filename="../../app/services/sync_words.py"/>
        <source>Canal</source>
        <translation>Channel</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/attachments.py"/>
        <source>Capture</source>
        <translation>Screenshot</translation>
    </message>
    <message>
        <location filename="../../app/domain/cover.py"/>
        <source>Casse</source>
        <translation>Breakage</translation>
    </message>
    <message>
        <location filename="../../app/services/this_pc.py"/>
        <source>Ce PC</source>
        <translation>This PC</translation>
    </message>
    <message>
        <location filename="../../app/ui/equipment/commands.py"/>
        <source>Ce PC est ajouté au matériel</source>
        <translation>This PC was added to the equipment</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/this_pc.py"/>
        <source>Ce PC : {name}</source>
        <translation>This PC: {name}</translation>
    </message>
    <message>
        <location filename="../../app/ui/documents/pdf_pane.py"/>
        <source>Ce PDF est endommagé ou incomplet. Le fichier est conservé tel quel : vous pouvez l’enregistrer sous un autre nom.</source>
        <translation>This PDF is damaged or incomplete. The file is kept as it is: you can save it under another name.</translation>
    </message>
    <message>
        <location filename="../../app/ui/documents/pdf_pane.py"/>
        <source>Ce PDF est protégé par un mot de passe. Enregistrez-le et ouvrez-le avec un lecteur de PDF.</source>
        <translation>This PDF is protected by a password. Save it and open it with a PDF reader.</translation>
    </message>
    <message>
        <location filename="../../app/ui/widgets/forms.py"/>
        <source>Ce champ est à remplir.</source>
        <translation>Please fill in this field.</translation>
    </message>
    <message>
        <location filename="../../app/services/sync.py"/>
        <source>Ce code est celui d’une autre entreprise ({name}). Rien n’a été changé.</source>
        <translation>This code belongs to another company ({name}). Nothing was changed.</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/price_step.py"/>
        <source>Ce contrat ne peut pas exister sans une location chez le même prestataire.</source>
        <translation>This contract cannot exist without a rental from the same provider.</translation>
    </message>
    <message>
        <location filename="../../app/ui/documents/preview.py"/>
        <source>Ce document ne peut pas être affiché</source>
        <translation>This document cannot be shown</translation>
    </message>
    <message>
        <location filename="../../app/services/demo.py"/>
        <source>Ce dossier de données est déjà utilisé : {path}. La démonstration ne s’installe que dans un dossier vide. Rien n’a été modifié.</source>
        <translation>This data folder is already in use: {path}. The demo only goes into an empty folder. Nothing was changed.</translation>
    </message>
    <message>
        <location filename="../../app/services/sync.py"/>
        <source>Ce dossier est déjà connecté à un serveur. Déconnectez-le d’abord.</source>
        <translation>This folder is already connected to a server. Disconnect it first.</translation>
    </message>
    <message>
        <location filename="../../app/services/sync.py"/>
        <source>Ce dossier n’est connecté à aucun serveur.</source>
        <translation>This folder is not connected to any server.</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/restore_steps.py"/>
        <source>Ce dépôt ne contient encore aucune sauvegarde.</source>
        <translation>This repository holds no backup yet.</translation>
    </message>
    <message>
        <location filename="../../app/server/mails/messages.py"/>
        <source>Ce lien est valable 60 jours et sert une seule fois. L’ouvrir n’enregistre rien.</source>
        <translation>This link is valid for 60 days and works once. Opening it records nothing.</translation>
    </message>
    <message>
        <location filename="../../app/server/ratings/pages.py"/>
        <source>Ce lien n’existe pas, ou n’est plus valable. Vous pouvez aussi donner votre avis dans l’application Parclair.</source>
        <translation>This link does not exist or is no longer valid. You can also give your rating in the Parclair application.</translation>
    </message>
    <message>
        <location filename="../../app/ui/equipment/commands.py"/>
        <source>Ce matériel n’est affecté à personne</source>
        <translation>This equipment is not assigned to anybody</translation>
    </message>
    <message>
        <location filename="../../app/domain/term_reasons.py"/>
        <source>Ce mois n’a pas de {day} : la date est ramenée à son dernier jour.</source>
        <translation>That month has no day {day}: the date is brought back to its last day.</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/claim_words.py"/>
        <source>Ce n’est pas couvert</source>
        <translation>This is not covered</translation>
    </message>
    <message>
        <location filename="../../app/domain/cover.py"/>
        <source>Ce n’est pas couvert.</source>
        <translation>It is not covered.</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/claim_devices.py"/>
        <source>Ce n’est pas couvert : le prestataire ne remplace rien, un appareil acheté peut prendre sa place et reste à vous.</source>
        <translation>It is not covered: the provider replaces nothing; a device you bought may take its place and stays yours.</translation>
    </message>
    <message>
        <location filename="../../app/ui/first_run/receiving.py"/>
        <source>Ce n’est pas la bonne entreprise, ou vous préférez commencer seul ?</source>
        <translation>Not the right company, or would you rather begin alone?</translation>
    </message>
    <message>
        <location filename="../../app/sync/errors.py"/>
        <source>Ce n’est pas un serveur de Parclair qui répond à cette adresse. Vérifiez l’adresse, ou ouvrez d’abord la page de connexion de votre réseau. Rien n’a été changé.</source>
        <translation>What answers at this address is not a Parclair server. Check the address, or open your network’s log-in page first. Nothing was changed.</translation>
    </message>
    <message>
        <location filename="../../app/ui/technician/card.py"/>
        <source>Ce poste</source>
        <translation>This computer</translation>
    </message>
    <message>
        <location filename="../../app/services/sync.py"/>
        <source>Ce poste a retrouvé son accès. Changements qui attendent et vont partir : {n}.</source>
        <translation>This computer has its access back. Changes waiting to be sent: {n}.</translation>
    </message>
    <message>
        <location filename="../../app/commands/equipment.py"/>
        <source>Ce poste est déjà dans le matériel : {id}</source>
        <translation>This PC is already in the equipment: {id}</translation>
    </message>
    <message>
        <location filename="../../app/ui/sync/connect_dialog.py"/>
        <source>Ce poste n’est pas encore connecté, et son code a servi.</source>
        <translation>This computer is not connected yet, and its code has been used.</translation>
    </message>
    <message>
        <location filename="../../app/commands/equipment.py"/>
        <source>Ce poste n’est pas encore dans le matériel. Pour l’ajouter : equipment this-pc --add</source>
        <translation>This PC is not in the equipment yet. To add it: equipment this-pc --add</translation>
    </message>
    <message>
        <location filename="../../app/domain/backup_eligibility.py"/>
        <source>Ce poste n’est pas sous Windows. Prenez l’option sur un poste sous Windows 10 ou 11.</source>
        <translation>This PC does not run Windows. Take the option on a PC with Windows 10 or 11.</translation>
    </message>
    <message>
        <location filename="../../app/services/sync_meeting.py"/>
        <source>Ce poste retrouve son accès à {name}.</source>
        <translation>This computer has its access to {name} back.</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/live_panel.py"/>
        <source>Ce que cela donne</source>
        <translation>What follows</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/history.py"/>
        <source>Ce que montrent les barres</source>
        <translation>What the bars show</translation>
    </message>
    <message>
        <location filename="../../app/ui/first_run/receiving.py"/>
        <source>Ce que votre entreprise a sur le serveur arrive ici. Dès que tout est là, Parclair s’ouvre tout seul. Vous pouvez le fermer en attendant : la réception reprend là où elle en était.</source>
        <translation>What your company has on the server is arriving here. As soon as everything is here, Parclair opens by itself. You can close it meanwhile: receiving goes on from where it was.</translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/view.py"/>
        <source>Ce que vous avez modifié dans les paramètres n’est pas enregistré. Restez ici pour l’enregistrer (Ctrl+S).</source>
        <translation>Your changes to the settings have not been saved. Stay here to save them (Ctrl+S).</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/new_request.py"/>
        <source>Ce que vous faisiez, le message affiché…</source>
        <translation>What you were doing, the message shown…</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/claim_steps.py"/>
        <source>Ce que vous voyez à l’écran, depuis quand, ce que vous avez essayé.</source>
        <translation>What you see on the screen, since when, what you have tried.</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/claim_steps.py"/>
        <source>Ce que vous écrivez ici sert à la déclaration.</source>
        <translation>What you write here goes into the declaration.</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/intervention_dialogs.py"/>
        <source>Ce qui a été constaté et fait</source>
        <translation>What was found and done</translation>
    </message>
    <message>
        <location filename="../../app/domain/cover.py"/>
        <source>Ce qui est arrivé</source>
        <translation>What happened</translation>
    </message>
    <message>
        <location filename="../../app/server/sync/checks.py"/>
        <source>Ce qui est clos ne se modifie plus.</source>
        <translation>What is closed can no longer be changed.</translation>
    </message>
    <message>
        <location filename="../../app/ui/equipment/panel.py"/>
        <source>Ce qui est demandé pour cette machine restera ici.</source>
        <translation>What is asked for this machine will be kept here.</translation>
    </message>
    <message>
        <location filename="../../app/documents/recovery_sheet.py"/>
        <source>Ce qui est sauvegardé :</source>
        <translation>What is backed up:</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/plan_what.py"/>
        <source>Ce qui serait perdu avec le disque de ce PC. Parclair ne touche jamais à ces fichiers : il les lit.</source>
        <translation>What would be lost with this PC’s disk. Parclair never touches these files: it only reads them.</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/rating.py"/>
        <source>Ce qui s’est bien passé, ou ce qui a manqué</source>
        <translation>What went well, or what was missing</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/claim_steps.py"/>
        <source>Ce qui s’est passé</source>
        <translation>What happened</translation>
    </message>
    <message>
        <location filename="../../app/ui/sync/connect_dialog.py"/>
        <source>Ce qui va se passer</source>
        <translation>What will happen</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/papers.py"/>
        <source>Ce qu’il faut savoir de ce contrat</source>
        <translation>What one should know about this contract</translation>
    </message>
    <message>
        <location filename="../../app/system/schedule.py"/>
        <source>Ce système n’a pas de planificateur connu de Parclair : les sauvegardes se font tant que la fenêtre est ouverte.</source>
        <translation>This system has no scheduler that Parclair knows: backups run while the window is open.</translation>
    </message>
    <message>
        <location filename="../../app/system/secrets.py"/>
        <source>Ce système n’a pas de trousseau utilisable : le mot de passe n’est gardé que jusqu’à la fermeture de Parclair.</source>
        <translation>This system has no keyring that works: the password is only kept until Parclair is closed.</translation>
    </message>
    <message>
        <location filename="../../app/services/sync_access.py"/>
        <source>Ce système n’a pas de trousseau utilisable : l’accès n’est gardé que jusqu’à la fermeture de Parclair. Il faudra ensuite un nouveau code.</source>
        <translation>This system has no usable keyring: access is kept only until Parclair is closed. A new code will then be needed.</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/price_step.py"/>
        <source>Celui du devis du prestataire.</source>
        <translation>As in the provider’s quote.</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/follow_up.py"/>
        <source>Celui du récépissé, s’il y en a un.</source>
        <translation>From the receipt, if there is one.</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/plan_password.py"/>
        <source>Celui d’un dépôt qui &amp;existe déjà</source>
        <translation>That of a repository that already &amp;exists</translation>
    </message>
    <message>
        <location filename="../../app/services/backup_jobs.py"/>
        <source>Certains fichiers n’ont pas pu être lus ; les autres sont enregistrés.</source>
        <translation>Some files could not be read; the others are saved.</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/resign.py"/>
        <source>Ces contrats reposent sur celui que vous résiliez. Leur lettre peut être préparée en même temps.</source>
        <translation>These contracts rest on the one you are terminating. Their letters can be prepared at the same time.</translation>
    </message>
    <message>
        <location filename="../../app/server/sync/checks.py"/>
        <source>Cet enregistrement ne se modifie pas : on peut seulement en ajouter.</source>
        <translation>This record cannot be changed: new ones can only be added.</translation>
    </message>
    <message>
        <location filename="../../app/server/sync/checks.py"/>
        <source>Cet enregistrement reste au dossier : seul le prestataire le supprime.</source>
        <translation>This record stays on file: only the provider deletes it.</translation>
    </message>
    <message>
        <location filename="../../app/server/sync/checks.py"/>
        <source>Cet identifiant appartient à un autre type d’enregistrement.</source>
        <translation>This identifier belongs to another type of record.</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/statistics_period.py"/>
        <source>Cette année</source>
        <translation>This year</translation>
    </message>
    <message>
        <location filename="../../app/server/copies.py"/>
        <source>Cette base est sur PostgreSQL : utilisez pg_dump, puis « history renew » après une restauration.</source>
        <translation>This database is on PostgreSQL: use pg_dump, and “history renew” after a restore.</translation>
    </message>
    <message>
        <location filename="../../app/documents/resignation_letter.py"/>
        <source>Cette date suppose que la présente vous parvienne au plus tard le {day}.</source>
        <translation>This date assumes that you receive this letter by {day}.</translation>
    </message>
    <message>
        <location filename="../../app/documents/resignation_letter.py"/>
        <source>Cette date suppose que la présente vous soit envoyée au plus tard le {day}.</source>
        <translation>This date assumes that this letter is sent to you by {day}.</translation>
    </message>
    <message>
        <location filename="../../app/server/ratings/pages.py"/>
        <source>Cette demande a déjà été notée. Un avis ne change plus une fois validé.</source>
        <translation>This request has already been rated. A rating cannot be changed once it has been sent.</translation>
    </message>
    <message>
        <location filename="../../app/server/ratings/pages.py"/>
        <source>Cette demande a été rouverte. Vous pourrez donner votre avis, avec ce même lien, dès qu’elle sera résolue.</source>
        <translation>This request was reopened. You can rate it with this same link as soon as it is resolved.</translation>
    </message>
    <message>
        <location filename="../../app/commands/backup.py"/>
        <source>Cette destination a déjà son mot de passe, et les sauvegardes faites ne s’ouvrent qu’avec lui.</source>
        <translation>This destination already has its password, and the backups made there open with no other.</translation>
    </message>
    <message>
        <location filename="../../app/ui/documents/preview.py"/>
        <source>Cette image est endommagée ou trop grande. Le fichier est conservé tel quel.</source>
        <translation>This picture is damaged or too large. The file is kept as it is.</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/attachments.py"/>
        <source>Cette image ne peut pas être jointe ainsi : copiez-la, puis collez-la ici (Ctrl+V).</source>
        <translation>This picture cannot be attached this way: copy it, then paste it here (Ctrl+V).</translation>
    </message>
    <message>
        <location filename="../../app/services/support_work.py"/>
        <source>Cette intervention est terminée depuis le {at} : elle ne change plus.</source>
        <translation>This intervention ended on {at}: it can no longer be changed.</translation>
    </message>
    <message>
        <location filename="../../app/documents/contract_sections.py"/>
        <source>Cette option est fournie aux conditions suivantes :</source>
        <translation>This option is provided on the following conditions:</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/conditions.py"/>
        <source>Cette option n’a pas de condition à mesurer.</source>
        <translation>This option has no condition to measure.</translation>
    </message>
    <message>
        <location filename="../../app/documents/contract_sections.py"/>
        <source>Cette option n’est soumise à aucune condition particulière.</source>
        <translation>This option is subject to no particular condition.</translation>
    </message>
    <message>
        <location filename="../../app/sync/acknowledging.py"/>
        <source>Cette opération change plus que ce que le serveur accepte en une fois.</source>
        <translation>This operation changes more than the server accepts at once.</translation>
    </message>
    <message>
        <location filename="../../app/domain/support_cover.py"/>
        <source>Cette prestation n’est pas due : {reasons}</source>
        <translation>This service is not due: {reasons}</translation>
    </message>
    <message>
        <location filename="../../app/documents/resignation_letter.py"/>
        <source>Cette résiliation s’appuie sur la clause suivante du contrat : {clause}.</source>
        <translation>This notice relies on the following clause of the contract: {clause}.</translation>
    </message>
    <message>
        <location filename="../../app/commands/sync.py"/>
        <source>Champ</source>
        <translation>Field</translation>
    </message>
    <message>
        <location filename="../../app/services/home_sync.py"/>
        <source>Changement refusé par le serveur</source>
        <translation>Change refused by the server</translation>
    </message>
    <message>
        <location filename="../../app/services/sync_meeting.py"/>
        <source>Changements qui n’étaient pas encore partis et restent ici seulement : {n}.</source>
        <translation>Changes that had not been sent and stay only here: {n}.</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/claim_steps.py"/>
        <source>Changer d’appareil</source>
        <translation>Change device</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/small_dialogs.py"/>
        <source>Changer la quantité</source>
        <translation>Change the quantity</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/view.py"/>
        <source>Changez la recherche ou retirez les filtres.</source>
        <translation>Change the search or remove the filters.</translation>
    </message>
    <message>
        <location filename="../../app/ui/sync/inbox_words.py"/>
        <source>Changé ici et par {by} sans que l’un ait vu l’autre. La valeur du serveur est en place jusqu’à votre choix.</source>
        <translation>Changed here and by {by}, neither having seen the other. The server’s value stands until you choose.</translation>
    </message>
    <message>
        <location filename="../../app/ui/sync/inbox_words.py"/>
        <source>Changé ici et par {by} sans que l’un ait vu l’autre. Une valeur plus récente est en place depuis.</source>
        <translation>Changed here and by {by}, neither having seen the other. A more recent value has taken their place since.</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/restore_steps.py"/>
        <source>Chaque fichier est relu et comparé à la sauvegarde une fois écrit.</source>
        <translation>Each file is read back and compared with the backup once it is written.</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/plan_when.py"/>
        <source>Chaque jour à</source>
        <translation>Every day at</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/licences.py"/>
        <source>Chaque poste suit son propre plan : il se voit sur ce poste.</source>
        <translation>Each PC follows its own plan, which is shown on that PC.</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/history.py"/>
        <source>Chaque sauvegarde de ce poste laissera ici le sien.</source>
        <translation>Each backup of this PC will leave one here.</translation>
    </message>
    <message>
        <location filename="../../app/domain/article_parts.py"/>
        <source>Chaque tranche fixe le prix des seules unités qui s’y trouvent.</source>
        <translation>Each tier sets the price of only those units that fall within it.</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/history.py"/>
        <source>Chargement du dessin…</source>
        <translation>Loading the chart…</translation>
    </message>
    <message>
        <location filename="../../app/ui/widgets/states.py"/>
        <source>Chargement…</source>
        <translation>Loading…</translation>
    </message>
    <message>
        <location filename="../../app/ui/documents/preview.py"/>
        <source>Chercher dans le document</source>
        <translation>Find in the document</translation>
    </message>
    <message>
        <location filename="../../app/ui/documents/preview_bar.py"/>
        <source>Chercher dans le document (Ctrl+Maj+F)</source>
        <translation>Find in the document (Ctrl+Shift+F)</translation>
    </message>
    <message>
        <location filename="../../app/ui/main_window.py"/>
        <source>Chercher dans l’écran</source>
        <translation>Search this screen</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/notices.py"/>
        <source>Chercher de nouveau</source>
        <translation>Look again</translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/people.py"/>
        <source>Chercher quelqu’un</source>
        <translation>Find somebody</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/claim_dialogs.py"/>
        <source>Chercher un appareil en stock</source>
        <translation>Search devices in stock</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/view.py"/>
        <source>Chercher un contrat</source>
        <translation>Find a contract</translation>
    </message>
    <message>
        <location filename="../../app/ui/documents/view.py"/>
        <source>Chercher un document</source>
        <translation>Find a document</translation>
    </message>
    <message>
        <location filename="../../app/ui/equipment/view.py"/>
        <source>Chercher un matériel</source>
        <translation>Search equipment</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/all_requests.py"/>
        <source>Chercher une demande</source>
        <translation>Search requests</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/machine_search.py"/>
        <source>Chercher une machine, un numéro de série, une personne</source>
        <translation>Search a machine, a serial number, a person</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/statistics_parts.py"/>
        <source>Chiffres de la période</source>
        <translation>Figures of the period</translation>
    </message>
    <message>
        <location filename="../../app/ui/widgets/fields.py"/>
        <source>Choisir dans le calendrier</source>
        <translation>Pick from the calendar</translation>
    </message>
    <message>
        <location filename="../../app/ui/widgets/fields.py"/>
        <source>Choisir dans le calendrier (Alt+Bas)</source>
        <translation>Pick from the calendar (Alt+Down)</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/follow_up.py"/>
        <source>Choisir la preuve</source>
        <translation>Choose the proof</translation>
    </message>
    <message>
        <location filename="../../app/ui/widgets/data_table.py"/>
        <source>Choisir les colonnes</source>
        <translation>Choose columns</translation>
    </message>
    <message>
        <location filename="../../app/domain/end_of_rental.py"/>
        <source>Choisir les nouveaux appareils, signer le devis, puis rendre les anciens.</source>
        <translation>Choose the new devices, sign the quote, then return the old ones.</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/follow_up.py"/>
        <source>Choisir…</source>
        <translation>Choose…</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/plan_what.py"/>
        <source>Choisissez au moins un contenu ou un dossier.</source>
        <translation>Choose at least one kind of data or one folder.</translation>
    </message>
    <message>
        <location filename="../../app/server/ratings/pages.py"/>
        <source>Choisissez d’abord l’un des trois visages.</source>
        <translation>Please choose one of the three faces first.</translation>
    </message>
    <message>
        <location filename="../../app/documents/recovery_sheet.py"/>
        <source>Choisissez la même destination et saisissez le mot de passe ci-dessus.</source>
        <translation>Choose the same destination and type the password above.</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/claim_steps.py"/>
        <source>Choisissez l’appareil loué, puis ce qui lui est arrivé.</source>
        <translation>Choose the rented device, then what happened to it.</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/claim_steps.py"/>
        <source>Choisissez l’appareil.</source>
        <translation>Choose the device.</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/cover_panel.py"/>
        <source>Choisissez l’urgence pour savoir quand on vous rappelle.</source>
        <translation>Choose how urgent it is to see when you will be called back.</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/this_pc.py"/>
        <source>Choisissez quoi sauvegarder, où et quand : Parclair s’en occupe ensuite seul, et vous prévient si quelque chose ne va pas.</source>
        <translation>Choose what to back up, where and when: Parclair then sees to it by itself, and tells you if something goes wrong.</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/detail.py"/>
        <source>Choisissez un contrat dans la liste.</source>
        <translation>Choose a contract in the list.</translation>
    </message>
    <message>
        <location filename="../../app/ui/documents/view.py"/>
        <source>Choisissez un document dans la liste pour le voir et l’imprimer.</source>
        <translation>Choose a document in the list to see and print it.</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/restore_steps.py"/>
        <source>Choisissez un dossier</source>
        <translation>Choose a folder</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/statistics.py"/>
        <source>Choisissez une autre période.</source>
        <translation>Choose another period.</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/appointment.py"/>
        <source>Choisissez une demande dans la file d’attente, puis « Rendez-vous… » : elle gardera son heure.</source>
        <translation>Select a request in the queue, then “Appointment…”: it will keep its time.</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/thread.py"/>
        <source>Choisissez une demande dans la liste pour en voir le fil.</source>
        <translation>Select a request in the list to see its thread.</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/offer_step.py"/>
        <source>Choisissez une offre.</source>
        <translation>Choose an offer.</translation>
    </message>
    <message>
        <location filename="../../app/ui/equipment/bulk_dialog.py"/>
        <source>Choisissez une valeur, ou décochez ce champ.</source>
        <translation>Choose a value, or untick this field.</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/overview.py"/>
        <source>Chronologie du contrat</source>
        <translation>Timeline of the contract</translation>
    </message>
    <message>
        <location filename="../../app/services/sync_words.py"/>
        <source>Circonstances</source>
        <translation>Circumstances</translation>
    </message>
    <message>
        <location filename="../../app/commands/claim_show.py"/>
        <source>Circonstances du vol</source>
        <translation>Circumstances of the theft</translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/appearance.py"/>
        <source>Clair</source>
        <translation>Light</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/claim_detail.py"/>
        <source>Clos le {at}.</source>
        <translation>Closed on {at}.</translation>
    </message>
    <message>
        <location filename="../../app/services/backup_sheet.py"/>
        <source>Clé d’accès : {user}. La clé secrète vient de votre hébergeur et n’est pas sur cette fiche.</source>
        <translation>Access key: {user}. The secret key comes from your host and is not on this sheet.</translation>
    </message>
    <message>
        <location filename="../../app/services/sync_words.py"/>
        <source>Clôture</source>
        <translation>Closed</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/thread_actions.py"/>
        <source>Clôturer</source>
        <translation>Close for good</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/thread_actions.py"/>
        <source>Clôturer la demande {number} ?</source>
        <translation>Close request {number}?</translation>
    </message>
    <message>
        <location filename="../../app/domain/records.py"/>
        <source>Clôturée</source>
        <translation>Closed</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/all_requests.py"/>
        <source>Clôturée le</source>
        <translation>Closed on</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/restore_steps.py"/>
        <source>Cochez au moins un fichier ou un dossier.</source>
        <translation>Tick at least one file or folder.</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/services.py"/>
        <source>Cochez ce que nomme le devis signé du contrat {number}. C’est gardé avec le contrat.</source>
        <translation>Tick what the signed quote of contract {number} names. It is kept with the contract.</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/restore_steps.py"/>
        <source>Cochés : {n}</source>
        <translation>Ticked: {n}</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/check_code.py"/>
        <source>Code de contrôle : {code}. La fiche de secours porte le même.</source>
        <translation>Check code: {code}. The recovery sheet shows the same one.</translation>
    </message>
    <message>
        <location filename="../../app/documents/recovery_sheet.py"/>
        <source>Code de contrôle : {code}. Parclair le montre pendant la saisie : s’il est différent, un caractère est faux.</source>
        <translation>Check code: {code}. Parclair shows it as you type: if it differs, a character is wrong.</translation>
    </message>
    <message>
        <location filename="../../app/ui/technician/confirmation.py"/>
        <source>Code du prestataire</source>
        <translation>Provider’s code</translation>
    </message>
    <message>
        <location filename="../../app/services/technician_codes.py"/>
        <source>Code du prestataire, contrôlé hors ligne</source>
        <translation>Provider’s code, checked offline</translation>
    </message>
    <message>
        <location filename="../../app/services/technician_codes.py"/>
        <source>Code du prestataire, contrôlé par le serveur</source>
        <translation>Provider’s code, checked by the server</translation>
    </message>
    <message>
        <location filename="../../app/ui/sync/connect_dialog.py"/>
        <source>Code d’activation</source>
        <translation>Activation code</translation>
    </message>
    <message>
        <location filename="../../app/services/office.py"/>
        <source>Code postal</source>
        <translation>Postal code</translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/data.py"/>
        <source>Coffre à secrets</source>
        <translation>Credential store</translation>
    </message>
    <message>
        <location filename="../../app/commands/equipment.py"/>
        <source>Collaborateur</source>
        <translation>Person</translation>
    </message>
    <message>
        <location filename="../../app/commands/office.py"/>
        <source>Collaborateur ajouté : {id}</source>
        <translation>Person added: {id}</translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/people.py"/>
        <source>Collaborateur enregistré</source>
        <translation>Person saved</translation>
    </message>
    <message>
        <location filename="../../app/services/equipment.py"/>
        <source>Collaborateur introuvable : {id}</source>
        <translation>No such person: {id}</translation>
    </message>
    <message>
        <location filename="../../app/ui/search_kinds.py"/>
        <source>Collaborateurs</source>
        <translation>People</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/intervention_dialogs.py"/>
        <source>Comme la demande</source>
        <translation>As the request</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/intervention_dialogs.py"/>
        <source>Comme la demande : couverte</source>
        <translation>As the request: covered</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/intervention_dialogs.py"/>
        <source>Comme la demande : hors contrat</source>
        <translation>As the request: off contract</translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/appearance.py"/>
        <source>Comme le système</source>
        <translation>As the system</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/request_dialogs.py"/>
        <source>Comment cela a été résolu</source>
        <translation>How it was resolved</translation>
    </message>
    <message>
        <location filename="../../app/server/ratings/pages.py"/>
        <source>Comment cela s’est-il passé ?</source>
        <translation>How did it go?</translation>
    </message>
    <message>
        <location filename="../../app/server/mails/messages.py"/>
        <source>Comment cela s’est-il passé ? Votre avis tient en trois gestes : un visage, un commentaire si vous le souhaitez, et la validation.</source>
        <translation>How did it go? Your rating takes three steps: a face, a comment if you like, and send.</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/claim_steps.py"/>
        <source>Comment c’est arrivé, ce qui est cassé, si l’appareil s’allume encore.</source>
        <translation>How it happened, what is broken, whether the device still turns on.</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/claim_steps.py"/>
        <source>Comment l’appareil a-t-il été volé ?</source>
        <translation>How was the device stolen?</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/review_step.py"/>
        <source>Comment l’enregistrer ?</source>
        <translation>How should it be recorded?</translation>
    </message>
    <message>
        <location filename="../../app/services/sync_words.py"/>
        <source>Commentaire</source>
        <translation>Comment</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/rating.py"/>
        <source>Commentaire (facultatif)</source>
        <translation>Comment (optional)</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/overview.py"/>
        <source>Comparer les suites possibles</source>
        <translation>Compare what can come next</translation>
    </message>
    <message>
        <location filename="../../app/ui/home/cards.py"/>
        <source>Complétez votre entreprise</source>
        <translation>Complete your company</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/services.py"/>
        <source>Compris dans votre contrat</source>
        <translation>Included in your contract</translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/company.py"/>
        <source>Compte bancaire</source>
        <translation>Bank account</translation>
    </message>
    <message>
        <location filename="../../app/services/sync_words.py"/>
        <source>Compte rendu</source>
        <translation>Report</translation>
    </message>
    <message>
        <location filename="../../app/domain/record_words.py"/>
        <source>Compte rendu de sauvegarde</source>
        <translation>Backup report</translation>
    </message>
    <message>
        <location filename="../../app/documents/resignation_letter.py"/>
        <source>Compte tenu du préavis de {notice}, le contrat prendra fin le {day}.</source>
        <translation>With {notice} of notice, the contract will end on {day}.</translation>
    </message>
    <message>
        <location filename="../../app/ui/documents/listing.py"/>
        <source>Concerne</source>
        <translation>Belongs to</translation>
    </message>
    <message>
        <location filename="../../app/services/contract_obstacles.py"/>
        <source>Condition de « {offer} », champ « {field} » de la fiche de l’entreprise : {why}</source>
        <translation>Condition of “{offer}”, field “{field}” of the company’s record: {why}</translation>
    </message>
    <message>
        <location filename="../../app/domain/articles.py"/>
        <source>Conditions de souscription</source>
        <translation>Conditions of subscription</translation>
    </message>
    <message>
        <location filename="../../app/documents/contract_sections.py"/>
        <source>Conditions du contrat</source>
        <translation>Terms of the contract</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/services.py"/>
        <source>Conditions non remplies</source>
        <translation>Conditions not met</translation>
    </message>
    <message>
        <location filename="../../app/documents/recovery_sheet.py"/>
        <source>Confidentiel : ce mot de passe ouvre toutes les données sauvegardées. À ranger hors du commerce.</source>
        <translation>Confidential: this password opens all the data backed up. Keep it away from the shop.</translation>
    </message>
    <message>
        <location filename="../../app/services/equipment.py"/>
        <source>Configuration</source>
        <translation>Specifications</translation>
    </message>
    <message>
        <location filename="../../app/ui/sync/connect_dialog.py"/>
        <source>Confirmez d’abord que c’est bien la même entreprise.</source>
        <translation>First confirm that it is the same company.</translation>
    </message>
    <message>
        <location filename="../../app/ui/technician/confirmation.py"/>
        <source>Confirmé par</source>
        <translation>Confirmed by</translation>
    </message>
    <message>
        <location filename="../../app/domain/records.py"/>
        <source>Confirmée</source>
        <translation>Confirmed</translation>
    </message>
    <message>
        <location filename="../../app/services/sync_words.py"/>
        <source>Confirmée le</source>
        <translation>Confirmed on</translation>
    </message>
    <message>
        <location filename="../../app/ui/sync/inbox.py"/>
        <source>Conflits et refus</source>
        <translation>Conflicts and refusals</translation>
    </message>
    <message>
        <location filename="../../app/services/home_sync.py"/>
        <source>Conflits et refus à trancher : {n}</source>
        <translation>Conflicts and refusals to settle: {n}</translation>
    </message>
    <message>
        <location filename="../../app/ui/sync/connect_dialog.py"/>
        <source>Connecter ce poste</source>
        <translation>Connect this computer</translation>
    </message>
    <message>
        <location filename="../../app/ui/sync/connect_dialog.py"/>
        <source>Connecter à un serveur</source>
        <translation>Connect to a server</translation>
    </message>
    <message>
        <location filename="../../app/ui/sync/chip.py"/>
        <source>Connecter à un serveur…</source>
        <translation>Connect to a server…</translation>
    </message>
    <message>
        <location filename="../../app/ui/sync/connect_dialog.py"/>
        <source>Connexion…</source>
        <translation>Connecting…</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/intervention_dialogs.py"/>
        <source>Consigner</source>
        <translation>Log</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/intervention_dialogs.py"/>
        <source>Consigner une intervention</source>
        <translation>Log an intervention</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/thread.py"/>
        <source>Consigner une intervention…</source>
        <translation>Log an intervention…</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/this_pc.py"/>
        <source>Contenu</source>
        <translation>Contents</translation>
    </message>
    <message>
        <location filename="../../app/ui/crash_dialog.py"/>
        <source>Continuer</source>
        <translation>Continue</translation>
    </message>
    <message>
        <location filename="../../app/commands/claim_show.py"/>
        <source>Contrat</source>
        <translation>Contract</translation>
    </message>
    <message>
        <location filename="../../app/documents/contract.py"/>
        <source>Contrat de location</source>
        <translation>Rental contract</translation>
    </message>
    <message>
        <location filename="../../app/ui/tour_contracts.py"/>
        <source>Contrat de location {number}</source>
        <translation>Rental contract {number}</translation>
    </message>
    <message>
        <location filename="../../app/documents/contract.py"/>
        <source>Contrat de support logiciel</source>
        <translation>Software support contract</translation>
    </message>
    <message>
        <location filename="../../app/documents/contract.py"/>
        <source>Contrat d’infogérance</source>
        <translation>Managed IT services contract</translation>
    </message>
    <message>
        <location filename="../../app/ui/tour.py"/>
        <source>Contrat en PDF</source>
        <translation>Contract as PDF</translation>
    </message>
    <message>
        <location filename="../../app/services/contract_events.py"/>
        <source>Contrat enregistré : {status}</source>
        <translation>Contract recorded: {status}</translation>
    </message>
    <message>
        <location filename="../../app/services/home.py"/>
        <source>Contrat illisible ou incomplet : {number}</source>
        <translation>Unreadable or incomplete contract: {number}</translation>
    </message>
    <message>
        <location filename="../../app/services/contracts.py"/>
        <source>Contrat inconnu : {id}</source>
        <translation>Unknown contract: {id}</translation>
    </message>
    <message>
        <location filename="../../app/services/contract_reading.py"/>
        <source>Contrat inconnu : « {number} ». Connus : {known}</source>
        <translation>Unknown contract: “{number}”. Known: {known}</translation>
    </message>
    <message>
        <location filename="../../app/documents/contract_sections.py"/>
        <source>Contrat lié</source>
        <translation>Linked contract</translation>
    </message>
    <message>
        <location filename="../../app/documents/contract.py"/>
        <source>Contrat n° {number}</source>
        <translation>Contract no. {number}</translation>
    </message>
    <message>
        <location filename="../../app/documents/contract.py"/>
        <source>Contrat n° {number} – {offer}</source>
        <translation>Contract no. {number} – {offer}</translation>
    </message>
    <message>
        <location filename="../../app/ui/tour.py"/>
        <source>Contrat signé et activé</source>
        <translation>Contract signed and activated</translation>
    </message>
    <message>
        <location filename="../../app/domain/pricing.py"/>
        <source>Contrat {number}</source>
        <translation>Contract {number}</translation>
    </message>
    <message>
        <location filename="../../app/commands/contract.py"/>
        <source>Contrat {number} enregistré : {status}</source>
        <translation>Contract {number} recorded: {status}</translation>
    </message>
    <message>
        <location filename="../../app/commands/contract_show.py"/>
        <source>Contrat {number} · {offer} · {status}</source>
        <translation>Contract {number} · {offer} · {status}</translation>
    </message>
    <message>
        <location filename="../../app/ui/tour_contracts.py"/>
        <source>Contrat {number}, PDF</source>
        <translation>Contract {number}, PDF</translation>
    </message>
    <message>
        <location filename="../../app/ui/tour_contracts.py"/>
        <source>Contrat {number}, actif</source>
        <translation>Contract {number}, active</translation>
    </message>
    <message>
        <location filename="../../app/ui/tour_contracts.py"/>
        <source>Contrat {number}, signé</source>
        <translation>Contract {number}, signed</translation>
    </message>
    <message>
        <location filename="../../app/ui/tour_contracts.py"/>
        <source>Contrat {number} : résiliation à envoyer</source>
        <translation>Contract {number}: termination to send</translation>
    </message>
    <message>
        <location filename="../../app/commands/contract.py"/>
        <source>Contrat {number} : {status}</source>
        <translation>Contract {number}: {status}</translation>
    </message>
    <message>
        <location filename="../../app/commands/contract.py"/>
        <source>Contrat {number} : {total} HT par mois</source>
        <translation>Contract {number}: {total} excl. VAT per month</translation>
    </message>
    <message>
        <location filename="../../app/domain/managed_services.py"/>
        <source>Contrats</source>
        <translation>Contracts</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/overview.py"/>
        <source>Contrats liés</source>
        <translation>Tied contracts</translation>
    </message>
    <message>
        <location filename="../../app/commands/contract_show.py"/>
        <source>Contrats qui en dépendent</source>
        <translation>Contracts that depend on it</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/plan_what.py"/>
        <source>Contrats, matériel, demandes, documents : le dossier de données de ce poste.</source>
        <translation>Contracts, equipment, requests, documents: this PC’s data folder.</translation>
    </message>
    <message>
        <location filename="../../app/ui/tour_contracts.py"/>
        <source>Contrats : liste, chronologie, montants</source>
        <translation>Contracts: list, timeline, amounts</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/this_pc.py"/>
        <source>Contrôler le dépôt et en relire un échantillon</source>
        <translation>Check the repository and read a sample of it back</translation>
    </message>
    <message>
        <location filename="../../app/domain/records.py"/>
        <source>Convoyeur</source>
        <translation>Conveyor</translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/company.py"/>
        <source>Coordonnées</source>
        <translation>Contact details</translation>
    </message>
    <message>
        <location filename="../../app/ui/equipment/commands.py"/>
        <source>Copie ajoutée, sans ses numéros. F2 pour la compléter.</source>
        <translation>Copy added without its own numbers. Press F2 to complete it.</translation>
    </message>
    <message>
        <location filename="../../app/domain/cover.py"/>
        <source>Copie du dépôt de plainte</source>
        <translation>Copy of the police complaint</translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/data.py"/>
        <source>Copie faite et vérifiée</source>
        <translation>Copy made and checked</translation>
    </message>
    <message>
        <location filename="../../app/server/commands.py"/>
        <source>Copie écrite : {file} ({n} octets).</source>
        <translation>Copy written: {file} ({n} bytes).</translation>
    </message>
    <message>
        <location filename="../../app/ui/sync/long_values.py"/>
        <source>Copier</source>
        <translation>Copy</translation>
    </message>
    <message>
        <location filename="../../app/ui/technician/card_rows.py"/>
        <source>Copier (Ctrl+C)</source>
        <translation>Copy (Ctrl+C)</translation>
    </message>
    <message>
        <location filename="../../app/ui/equipment/sheet_tab.py"/>
        <source>Copier le numéro de licence</source>
        <translation>Copy the licence number</translation>
    </message>
    <message>
        <location filename="../../app/ui/equipment/sheet_tab.py"/>
        <source>Copier le numéro de série</source>
        <translation>Copy the serial number</translation>
    </message>
    <message>
        <location filename="../../app/ui/crash_dialog.py"/>
        <source>Copier le rapport</source>
        <translation>Copy report</translation>
    </message>
    <message>
        <location filename="../../app/ui/equipment/sheet_tab.py"/>
        <source>Copier l’ID TeamViewer</source>
        <translation>Copy the TeamViewer ID</translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/data.py"/>
        <source>Copies locales</source>
        <translation>Local copies</translation>
    </message>
    <message>
        <location filename="../../app/ui/equipment/sheet_tab.py"/>
        <source>Copié</source>
        <translation>Copied</translation>
    </message>
    <message>
        <location filename="../../app/ui/technician/card.py"/>
        <source>Copié : {name}</source>
        <translation>Copied: {name}</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/follow_up.py"/>
        <source>Corriger la dernière étape</source>
        <translation>Correct the last step</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/live_panel.py"/>
        <source>Corrigez le champ signalé.</source>
        <translation>Correct the marked field.</translation>
    </message>
    <message>
        <location filename="../../app/domain/records.py"/>
        <source>Courrier</source>
        <translation>Post</translation>
    </message>
    <message>
        <location filename="../../app/commands/claim.py"/>
        <source>Couvert</source>
        <translation>Covered</translation>
    </message>
    <message>
        <location filename="../../app/domain/visits.py"/>
        <source>Couvert par le contrat {number}</source>
        <translation>Covered by contract {number}</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/intervention_dialogs.py"/>
        <source>Couverte</source>
        <translation>Covered</translation>
    </message>
    <message>
        <location filename="../../app/commands/request.py"/>
        <source>Couverture</source>
        <translation>Cover</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/claim_words.py"/>
        <source>Couverture inconnue</source>
        <translation>Cover unknown</translation>
    </message>
    <message>
        <location filename="../../app/ui/home/cards.py"/>
        <source>Coût mensuel</source>
        <translation>Monthly cost</translation>
    </message>
    <message>
        <location filename="../../app/domain/backup_state.py"/>
        <source>Critique</source>
        <translation>Critical</translation>
    </message>
    <message>
        <location filename="../../app/ui/sync/connect_dialog.py"/>
        <source>C’est bien la même entreprise, malgré les deux SIREN</source>
        <translation>It is the same company, despite the two SIRENs</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/claim_words.py"/>
        <source>C’est couvert</source>
        <translation>This is covered</translation>
    </message>
    <message>
        <location filename="../../app/domain/cover.py"/>
        <source>C’est couvert.</source>
        <translation>It is covered.</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/plan_where.py"/>
        <source>D:\Sauvegardes ou \\nas\sauvegardes, par exemple</source>
        <translation>D:\Backups or \\nas\backups, for example</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/resign.py"/>
        <source>Dans ce contrat, c’est le jour d’envoi qui compte.</source>
        <translation>In this contract, the day of dispatch is what counts.</translation>
    </message>
    <message>
        <location filename="../../app/domain/cover.py"/>
        <source>Dans un local ou un véhicule qui n’était pas fermé</source>
        <translation>From premises or a vehicle left unlocked</translation>
    </message>
    <message>
        <location filename="../../app/domain/managed_services.py"/>
        <source>Dans votre contrat : {service}.</source>
        <translation>In your contract: {service}.</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/claim_words.py"/>
        <source>Dans {minutes}</source>
        <translation>In {minutes}</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/words.py"/>
        <source>Dans {minutes}, {moment}</source>
        <translation>In {minutes}, {moment}</translation>
    </message>
    <message>
        <location filename="../../app/ui/documents/listing.py"/>
        <source>Date</source>
        <translation>Date</translation>
    </message>
    <message>
        <location filename="../../app/services/sync_words.py"/>
        <source>Date du sinistre</source>
        <translation>Date of the claim</translation>
    </message>
    <message>
        <location filename="../../app/services/equipment.py"/>
        <source>Date d’achat</source>
        <translation>Purchase date</translation>
    </message>
    <message>
        <location filename="../../app/services/sync_words.py"/>
        <source>Date d’effet</source>
        <translation>Effective date</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/resign.py"/>
        <source>Date et envoi</source>
        <translation>Date and sending</translation>
    </message>
    <message>
        <location filename="../../app/documents/contract_sections.py"/>
        <source>Date limite pour notifier</source>
        <translation>Last day to give notice</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/overview.py"/>
        <source>Dates</source>
        <translation>Dates</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/dates_step.py"/>
        <source>Dates et site</source>
        <translation>Dates and site</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/intervention_dialogs.py"/>
        <source>De</source>
        <translation>From</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/restore_steps.py"/>
        <source>De quel moment voulez-vous retrouver les fichiers ?</source>
        <translation>From which moment do you want your files back?</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/wording.py"/>
        <source>De {low} à {high} HT par mois et par {unit}</source>
        <translation>{low} to {high} excl. VAT per month and {unit}</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/appointment.py"/>
        <source>Demain</source>
        <translation>Tomorrow</translation>
    </message>
    <message>
        <location filename="../../app/commands/request.py"/>
        <source>Demande</source>
        <translation>Request</translation>
    </message>
    <message>
        <location filename="../../app/domain/records.py"/>
        <source>Demande de devis</source>
        <translation>Request for a quote</translation>
    </message>
    <message>
        <location filename="../../app/domain/support_cover.py"/>
        <source>Demande de devis : rien n’est commandé, le prestataire répond par un prix.</source>
        <translation>Request for a quote: nothing is ordered, the provider answers with a price.</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/new_request.py"/>
        <source>Demande d’aide</source>
        <translation>Request for help</translation>
    </message>
    <message>
        <location filename="../../app/server/ratings/pages.py"/>
        <source>Demande en cours</source>
        <translation>Request in progress</translation>
    </message>
    <message>
        <location filename="../../app/services/support.py"/>
        <source>Demande inconnue : « {number} ». Connues : {known}</source>
        <translation>Unknown request: “{number}”. Known: {known}</translation>
    </message>
    <message>
        <location filename="../../app/services/support_reading.py"/>
        <source>Demande introuvable : {id}</source>
        <translation>Request not found: {id}</translation>
    </message>
    <message>
        <location filename="../../app/services/home_support.py"/>
        <source>Demande sans réponse · {urgency} · {number}</source>
        <translation>Request without an answer · {urgency} · {number}</translation>
    </message>
    <message>
        <location filename="../../app/ui/technician/start_dialog.py"/>
        <source>Demande traitée</source>
        <translation>Request being handled</translation>
    </message>
    <message>
        <location filename="../../app/server/mails/messages.py"/>
        <source>Demande {number}</source>
        <translation>Request {number}</translation>
    </message>
    <message>
        <location filename="../../app/commands/request.py"/>
        <source>Demande {number} enregistrée</source>
        <translation>Request {number} recorded</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/new_request.py"/>
        <source>Demande {number} envoyée</source>
        <translation>Request {number} sent</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/new_request.py"/>
        <source>Demande {number} envoyée. {call_back}</source>
        <translation>Request {number} sent. {call_back}</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/thread_actions.py"/>
        <source>Demande {number} résolue</source>
        <translation>Request {number} resolved</translation>
    </message>
    <message>
        <location filename="../../app/server/mails/messages.py"/>
        <source>Demande {number}, résolue le {day}</source>
        <translation>Request {number}, resolved on {day}</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/thread_actions.py"/>
        <source>Demande {number} : {status}</source>
        <translation>Request {number}: {status}</translation>
    </message>
    <message>
        <location filename="../../app/services/support_reading.py"/>
        <source>Demande {number} : {subject} ({urgency})</source>
        <translation>Request {number}: {subject} ({urgency})</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/services.py"/>
        <source>Demander cette prestation</source>
        <translation>Request this service</translation>
    </message>
    <message>
        <location filename="../../app/ui/equipment/panel.py"/>
        <source>Demander de l’aide</source>
        <translation>Ask for help</translation>
    </message>
    <message>
        <location filename="../../app/ui/topbar.py"/>
        <source>Demander de l’aide (Ctrl+Maj+N)</source>
        <translation>Ask for help (Ctrl+Shift+N)</translation>
    </message>
    <message>
        <location filename="../../app/domain/end_of_rental.py"/>
        <source>Demander le prix de rachat au prestataire, puis le régler avant la fin de la location.</source>
        <translation>Ask the provider for the purchase price, then pay it before the rental ends.</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/services.py"/>
        <source>Demander un devis</source>
        <translation>Request a quote</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/view.py"/>
        <source>Demander une pre&amp;station…</source>
        <translation>Request a &amp;service…</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/services.py"/>
        <source>Demander une prestation</source>
        <translation>Request a service</translation>
    </message>
    <message>
        <location filename="../../app/ui/equipment/panel.py"/>
        <source>Demandes</source>
        <translation>Requests</translation>
    </message>
    <message>
        <location filename="../../app/domain/backup_problems.py"/>
        <source>Demandez de la place, ou le droit d’y écrire, à qui tient cette destination, puis relancez.</source>
        <translation>Ask whoever runs this destination for more space, or for the right to write there, then run it again.</translation>
    </message>
    <message>
        <location filename="../../app/ui/sync/connect_dialog.py"/>
        <source>Demandez à votre prestataire un nouveau code à usage unique, valable 24 heures.</source>
        <translation>Ask your provider for a new code, which works once and for 24 hours.</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/rating.py"/>
        <source>Demandée le {moment}</source>
        <translation>Asked for on {moment}</translation>
    </message>
    <message>
        <location filename="../../app/ui/sync/inbox.py"/>
        <source>Depuis</source>
        <translation>Since</translation>
    </message>
    <message>
        <location filename="../../app/services/sync_words.py"/>
        <source>Depuis le</source>
        <translation>Since</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/statistics.py"/>
        <source>Depuis le début</source>
        <translation>Since the beginning</translation>
    </message>
    <message>
        <location filename="../../app/domain/pc_words.py"/>
        <source>Dernier compte</source>
        <translation>Last account</translation>
    </message>
    <message>
        <location filename="../../app/domain/term_reasons.py"/>
        <source>Dernier jour de la période en cours : {end}.</source>
        <translation>Last day of the current term: {end}.</translation>
    </message>
    <message>
        <location filename="../../app/commands/contract_show.py"/>
        <source>Dernier jour pour résilier</source>
        <translation>Last day to terminate</translation>
    </message>
    <message>
        <location filename="../../app/server/commands.py"/>
        <source>Dernier refus : {reason}</source>
        <translation>Last refusal: {reason}</translation>
    </message>
    <message>
        <location filename="../../app/ui/sync/words.py"/>
        <source>Dernier échange</source>
        <translation>Last exchange</translation>
    </message>
    <message>
        <location filename="../../app/ui/sync/chip.py"/>
        <source>Dernier échange : {moment}</source>
        <translation>Last exchange: {moment}</translation>
    </message>
    <message>
        <location filename="../../app/domain/backup_state.py"/>
        <source>Dernière exécution</source>
        <translation>Last run</translation>
    </message>
    <message>
        <location filename="../../app/commands/contract_show.py"/>
        <source>Dernière période facturée</source>
        <translation>Last period billed</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/licences.py"/>
        <source>Dernière réussie</source>
        <translation>Last success</translation>
    </message>
    <message>
        <location filename="../../app/services/home_backups.py"/>
        <source>Dernière réussie le {moment}</source>
        <translation>Last success on {moment}</translation>
    </message>
    <message>
        <location filename="../../app/commands/backup.py"/>
        <source>Dernière réussite</source>
        <translation>Last success</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/actions.py"/>
        <source>Dernière étape reprise ; notez-la de nouveau avec la bonne date.</source>
        <translation>Last step taken back; note it again with the right date.</translation>
    </message>
    <message>
        <location filename="../../app/ui/technician/facts.py"/>
        <source>Dernières demandes</source>
        <translation>Latest requests</translation>
    </message>
    <message>
        <location filename="../../app/ui/technician/card.py"/>
        <source>Dernières demandes de cette machine</source>
        <translation>Latest requests for this machine</translation>
    </message>
    <message>
        <location filename="../../app/ui/technician/card.py"/>
        <source>Dernières demandes de l’entreprise</source>
        <translation>The company’s latest requests</translation>
    </message>
    <message>
        <location filename="../../app/ui/sync/words.py"/>
        <source>Des changements attendent de partir</source>
        <translation>Changes are waiting to be sent</translation>
    </message>
    <message>
        <location filename="../../app/services/support_requests.py"/>
        <source>Description</source>
        <translation>Description</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/restore_steps.py"/>
        <source>Destination</source>
        <translation>Destination</translation>
    </message>
    <message>
        <location filename="../../app/domain/backup_problems.py"/>
        <source>Destination pleine ou en lecture seule</source>
        <translation>Destination full or read-only</translation>
    </message>
    <message>
        <location filename="../../app/services/home_sync.py"/>
        <source>Deux postes ont écrit au même endroit, ou le serveur a refusé un changement</source>
        <translation>Two computers wrote in the same place, or the server refused a change</translation>
    </message>
    <message>
        <location filename="../../app/ui/sync/inbox_words.py"/>
        <source>Deux valeurs</source>
        <translation>Two values</translation>
    </message>
    <message>
        <location filename="../../app/services/home_sync.py"/>
        <source>Deux valeurs à départager</source>
        <translation>Two values to choose from</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/services.py"/>
        <source>Devis : {service}</source>
        <translation>Quote: {service}</translation>
    </message>
    <message>
        <location filename="../../app/services/paper.py"/>
        <source>Dimanche</source>
        <translation>Sunday</translation>
    </message>
    <message>
        <location filename="../../app/services/this_pc.py"/>
        <source>Disque {name} de {size} Go</source>
        <translation>Disk {name}, {size} GB</translation>
    </message>
    <message>
        <location filename="../../app/domain/pc_words.py"/>
        <source>Disques</source>
        <translation>Disks</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/history_looks.py"/>
        <source>Disque : sauvegarde réussie ; croix : sauvegarde échouée</source>
        <translation>Disc: successful backup; cross: failed backup</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/claim_steps.py"/>
        <source>Dites ce qui est arrivé.</source>
        <translation>Say what happened.</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/claim_steps.py"/>
        <source>Dites comment l’appareil a été volé : la couverture en dépend.</source>
        <translation>Say how the device was stolen: cover depends on it.</translation>
    </message>
    <message>
        <location filename="../../app/services/backup_states.py"/>
        <source>Dites d’abord quel poste porte cette licence.</source>
        <translation>First say which PC has this licence.</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/request_dialogs.py"/>
        <source>Dites en quelques mots ce qui a réglé le problème.</source>
        <translation>Say in a few words what solved the problem.</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/plan_where.py"/>
        <source>Dites où ranger les sauvegardes</source>
        <translation>Say where to put the backups</translation>
    </message>
    <message>
        <location filename="../../app/commands/claim_show.py"/>
        <source>Document</source>
        <translation>Document</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/statistics.py"/>
        <source>Document PDF (*.pdf)</source>
        <translation>PDF document (*.pdf)</translation>
    </message>
    <message>
        <location filename="../../app/services/claims.py"/>
        <source>Document introuvable : {id}</source>
        <translation>Document not found: {id}</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/claims.py"/>
        <source>Document retiré du sinistre</source>
        <translation>Document removed from the claim</translation>
    </message>
    <message>
        <location filename="../../app/ui/equipment/panel.py"/>
        <source>Document supprimé</source>
        <translation>Document deleted</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/papers.py"/>
        <source>Documents</source>
        <translation>Documents</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/claim_detail.py"/>
        <source>Documents ({n} à fournir)</source>
        <translation>Documents ({n} to provide)</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/detail.py"/>
        <source>Documents et notes</source>
        <translation>Documents and notes</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/detail.py"/>
        <source>Documents et notes ({n})</source>
        <translation>Documents and notes ({n})</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/claim_steps.py"/>
        <source>Documents à fournir au prestataire</source>
        <translation>Documents to give to the provider</translation>
    </message>
    <message>
        <location filename="../../app/ui/tour.py"/>
        <source>Documents : liste et aperçu</source>
        <translation>Documents: list and preview</translation>
    </message>
    <message>
        <location filename="../../app/server/mails/messages.py"/>
        <source>Donner mon avis</source>
        <translation>Give my rating</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/thread.py"/>
        <source>Donner un a&amp;vis…</source>
        <translation>&amp;Give a rating…</translation>
    </message>
    <message>
        <location filename="../../app/services/sync_words.py"/>
        <source>Donné le</source>
        <translation>Given on</translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/view.py"/>
        <source>Données</source>
        <translation>Data</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/history_series.py"/>
        <source>Données ajoutées</source>
        <translation>Data added</translation>
    </message>
    <message>
        <location filename="../../app/ui/sync/chip.py"/>
        <source>Données locales</source>
        <translation>Local data</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/restore_steps.py"/>
        <source>Dossier</source>
        <translation>Folder</translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/data.py"/>
        <source>Dossier de données</source>
        <translation>Data folder</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/plan_where.py"/>
        <source>Dossier des sauvegardes</source>
        <translation>Folder for backups</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/words.py"/>
        <source>Dossier ou disque</source>
        <translation>Folder or disk</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/plan_what.py"/>
        <source>Dossier à sauvegarder</source>
        <translation>Folder to back up</translation>
    </message>
    <message>
        <location filename="../../app/domain/backup_problems.py"/>
        <source>Dossier à sauvegarder introuvable</source>
        <translation>Folder to back up not found</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/statistics_period.py"/>
        <source>Du</source>
        <translation>From</translation>
    </message>
    <message>
        <location filename="../../app/services/paper.py"/>
        <source>Du {first} au {last}</source>
        <translation>{first} to {last}</translation>
    </message>
    <message>
        <location filename="../../app/ui/equipment/record_tabs.py"/>
        <source>Du {start} au {end}</source>
        <translation>From {start} to {end}</translation>
    </message>
    <message>
        <location filename="../../app/domain/support_clock.py"/>
        <source>Du {start} au {end} : {n} min</source>
        <translation>From {start} to {end}: {n} min</translation>
    </message>
    <message>
        <location filename="../../app/ui/equipment/actions.py"/>
        <source>Dupliquer</source>
        <translation>Duplicate</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/history.py"/>
        <source>Durée</source>
        <translation>Duration</translation>
    </message>
    <message>
        <location filename="../../app/services/sync_words.py"/>
        <source>Durée (minutes)</source>
        <translation>Duration (minutes)</translation>
    </message>
    <message>
        <location filename="../../app/services/sync_words.py"/>
        <source>Durée (secondes)</source>
        <translation>Duration (seconds)</translation>
    </message>
    <message>
        <location filename="../../app/services/sync_words.py"/>
        <source>Durée du rendez-vous (minutes)</source>
        <translation>Length of the appointment (minutes)</translation>
    </message>
    <message>
        <location filename="../../app/domain/pricing.py"/>
        <source>Durée en minutes</source>
        <translation>Time in minutes</translation>
    </message>
    <message>
        <location filename="../../app/domain/articles.py"/>
        <source>Durée et reconduction</source>
        <translation>Term and renewal</translation>
    </message>
    <message>
        <location filename="../../app/domain/term_reasons.py"/>
        <source>Durée ferme, sans reconduction.</source>
        <translation>Fixed term, without renewal.</translation>
    </message>
    <message>
        <location filename="../../app/domain/records.py"/>
        <source>Durée indéterminée</source>
        <translation>Open-ended</translation>
    </message>
    <message>
        <location filename="../../app/documents/contract_sections.py"/>
        <source>Durée, reconduction et préavis</source>
        <translation>Duration, renewal and notice</translation>
    </message>
    <message>
        <location filename="../../app/ui/first_run/receiving.py"/>
        <source>Dé&amp;connecter ce poste…</source>
        <translation>&amp;Disconnect this computer…</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/plan_when.py"/>
        <source>Débit d’envoi au plus</source>
        <translation>Upload limit</translation>
    </message>
    <message>
        <location filename="../../app/services/sync_words.py"/>
        <source>Début</source>
        <translation>Start</translation>
    </message>
    <message>
        <location filename="../../app/domain/managed_services.py"/>
        <source>Début du contrat</source>
        <translation>Start of the contract</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/dates_step.py"/>
        <source>Décide des jours fériés.</source>
        <translation>Decides the public holidays.</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/claim_steps.py"/>
        <source>Décision</source>
        <translation>Decision</translation>
    </message>
    <message>
        <location filename="../../app/services/sync_words.py"/>
        <source>Déclaration</source>
        <translation>Declaration</translation>
    </message>
    <message>
        <location filename="../../app/domain/cover.py"/>
        <source>Déclaration du sinistre</source>
        <translation>Claim declaration</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/claim_assistant.py"/>
        <source>Déclarer le sinistre</source>
        <translation>Declare the claim</translation>
    </message>
    <message>
        <location filename="../../app/ui/equipment/panel.py"/>
        <source>Déclarer un sinistre</source>
        <translation>Declare a claim</translation>
    </message>
    <message>
        <location filename="../../app/domain/records.py"/>
        <source>Déclaré</source>
        <translation>Declared</translation>
    </message>
    <message>
        <location filename="../../app/commands/claim_show.py"/>
        <source>Déclaré le</source>
        <translation>Declared on</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/claim_detail.py"/>
        <source>Déclaré le {at}</source>
        <translation>Declared on {at}</translation>
    </message>
    <message>
        <location filename="../../app/ui/sync/leaving.py"/>
        <source>Déconnecter</source>
        <translation>Disconnect</translation>
    </message>
    <message>
        <location filename="../../app/ui/sync/leaving.py"/>
        <source>Déconnecter ce poste</source>
        <translation>Disconnect this computer</translation>
    </message>
    <message>
        <location filename="../../app/commands/sync.py"/>
        <source>Déconnecté de {name}.</source>
        <translation>Disconnected from {name}.</translation>
    </message>
    <message>
        <location filename="../../app/ui/sync/words.py"/>
        <source>Déconnexion…</source>
        <translation>Disconnecting…</translation>
    </message>
    <message>
        <location filename="../../app/ui/first_run/view.py"/>
        <source>Découvrir d’abord</source>
        <translation>Look around first</translation>
    </message>
    <message>
        <location filename="../../app/domain/managed_services.py"/>
        <source>Déjà faite, prévue ou demandée dans l’année de contrat du {first} au {last} : {days}. La suivante est possible à partir du {next}.</source>
        <translation>Already made, planned or asked for in the contract year from {first} to {last}: {days}. The next one is possible from {next}.</translation>
    </message>
    <message>
        <location filename="../../app/commands/request_steps.py"/>
        <source>Déjà joint, sous le nom « {name} »</source>
        <translation>Already attached, as “{name}”</translation>
    </message>
    <message>
        <location filename="../../app/server/ratings/pages.py"/>
        <source>Déjà notée</source>
        <translation>Already rated</translation>
    </message>
    <message>
        <location filename="../../app/domain/support_clock.py"/>
        <source>Délai</source>
        <translation>Time allowed</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/intervention_dialogs.py"/>
        <source>Démarrer</source>
        <translation>Start</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/intervention_dialogs.py"/>
        <source>Démarrer une intervention</source>
        <translation>Start an intervention</translation>
    </message>
    <message>
        <location filename="../../app/commands/demo.py"/>
        <source>Démonstration prête : {equipment} matériels, {people} collaborateurs, {contracts} contrats, {requests} demandes, {ratings} avis.</source>
        <translation>Demo ready: equipment {equipment}, people {people}, contracts {contracts}, requests {requests}, ratings {ratings}.</translation>
    </message>
    <message>
        <location filename="../../app/domain/support_clock.py"/>
        <source>Départ</source>
        <translation>Start</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/request_dialogs.py"/>
        <source>Déplacer</source>
        <translation>Move</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/request_dialogs.py"/>
        <source>Déplacer le rendez-vous</source>
        <translation>Move the appointment</translation>
    </message>
    <message>
        <location filename="../../app/ui/equipment/record_tabs.py"/>
        <source>Déposez pour joindre</source>
        <translation>Drop to attach</translation>
    </message>
    <message>
        <location filename="../../app/domain/backup_problems.py"/>
        <source>Dépôt abîmé</source>
        <translation>Repository damaged</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/chores.py"/>
        <source>Dépôt de sauvegarde abîmé</source>
        <translation>Damaged backup repository</translation>
    </message>
    <message>
        <location filename="../../app/services/home_backups.py"/>
        <source>Dépôt de sauvegarde abîmé : {name}</source>
        <translation>Damaged backup repository: {name}</translation>
    </message>
    <message>
        <location filename="../../app/domain/backup_problems.py"/>
        <source>Dépôt injoignable</source>
        <translation>Repository unreachable</translation>
    </message>
    <message>
        <location filename="../../app/domain/backup_problems.py"/>
        <source>Dépôt occupé</source>
        <translation>Repository busy</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/endings.py"/>
        <source>Dépôt vérifié : aucune anomalie, en {time}</source>
        <translation>Repository verified: nothing wrong, in {time}</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/dialogs.py"/>
        <source>Dépôt : {place}</source>
        <translation>Repository: {place}</translation>
    </message>
    <message>
        <location filename="../../app/commands/equipment.py"/>
        <source>Désignation</source>
        <translation>Description</translation>
    </message>
    <message>
        <location filename="../../app/ui/equipment/view.py"/>
        <source>Désignation, modèle, numéro de série ou d’inventaire, collaborateur (Ctrl+F)</source>
        <translation>Name, model, serial or inventory number, person (Ctrl+F)</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/detail.py"/>
        <source>Détail de la licence</source>
        <translation>Licence details</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/new_request.py"/>
        <source>Détails</source>
        <translation>Details</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/licences.py"/>
        <source>D’après les comptes rendus : {state}</source>
        <translation>By its reports: {state}</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/rental_end.py"/>
        <source>D’un devis. Vide : le loyer actuel.</source>
        <translation>From a quote. Empty: today’s rent.</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/rental_end.py"/>
        <source>D’un devis. Vide : pas encore connu.</source>
        <translation>From a quote. Empty: not known yet.</translation>
    </message>
    <message>
        <location filename="../../app/commands/office.py"/>
        <source>E-mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/resign.py"/>
        <source>E-mail conseillé, au plus tard</source>
        <translation>E-mail by</translation>
    </message>
    <message>
        <location filename="../../app/ui/equipment/view.py"/>
        <source>Effacer la recherche et les filtres</source>
        <translation>Clear search and filters</translation>
    </message>
    <message>
        <location filename="../../app/services/office.py"/>
        <source>Effectif</source>
        <translation>Headcount</translation>
    </message>
    <message>
        <location filename="../../app/documents/contract_sections.py"/>
        <source>Effectif du client</source>
        <translation>Customer’s headcount</translation>
    </message>
    <message>
        <location filename="../../app/domain/article_services.py"/>
        <source>Elle est fermée les jours fériés ainsi que les jours de pont ou de congé annoncés par le Prestataire.</source>
        <translation>It is closed on public holidays and on the bridge days or holidays announced by the Provider.</translation>
    </message>
    <message>
        <location filename="../../app/domain/article_services.py"/>
        <source>Elle est fermée les jours fériés.</source>
        <translation>It is closed on public holidays.</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/thread_actions.py"/>
        <source>Elle ne pourra plus être rouverte ni recevoir de message. Si le problème revient, faites une nouvelle demande.</source>
        <translation>It can no longer be reopened, nor take any message. If the problem comes back, make a new request.</translation>
    </message>
    <message>
        <location filename="../../app/ui/equipment/bulk_dialog.py"/>
        <source>Elles sont trop nombreuses pour une annulation en un clic ; l’historique de chacune garde ses anciennes valeurs.</source>
        <translation>There are too many of them to be undone with one click; the history of each keeps its former values.</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/plan_where.py"/>
        <source>Emplacement</source>
        <translation>Location</translation>
    </message>
    <message>
        <location filename="../../app/services/sync_words.py"/>
        <source>Empreinte</source>
        <translation>Hash</translation>
    </message>
    <message>
        <location filename="../../app/ui/sync/words.py"/>
        <source>En attente</source>
        <translation>Waiting</translation>
    </message>
    <message>
        <location filename="../../app/domain/records.py"/>
        <source>En attente du client</source>
        <translation>Waiting for the customer</translation>
    </message>
    <message>
        <location filename="../../app/domain/records.py"/>
        <source>En cours</source>
        <translation>In progress</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/overview.py"/>
        <source>En dépend</source>
        <translation>Depends on it</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/statistics.py"/>
        <source>En moyenne {mean}, sans compter les heures de fermeture.</source>
        <translation>{mean} on average, not counting closed hours.</translation>
    </message>
    <message>
        <location filename="../../app/domain/records.py"/>
        <source>En panne</source>
        <translation>Broken down</translation>
    </message>
    <message>
        <location filename="../../app/domain/records.py"/>
        <source>En prêt</source>
        <translation>On loan</translation>
    </message>
    <message>
        <location filename="../../app/domain/backup_state.py"/>
        <source>En retard</source>
        <translation>Late</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/claim_words.py"/>
        <source>En retard depuis {moment}</source>
        <translation>Late since {moment}</translation>
    </message>
    <message>
        <location filename="../../app/domain/records.py"/>
        <source>En réparation</source>
        <translation>In repair</translation>
    </message>
    <message>
        <location filename="../../app/domain/records.py"/>
        <source>En service</source>
        <translation>In use</translation>
    </message>
    <message>
        <location filename="../../app/domain/records.py"/>
        <source>En stock</source>
        <translation>In stock</translation>
    </message>
    <message>
        <location filename="../../app/domain/backup_state.py"/>
        <source>En échec</source>
        <translation>Failed</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/plan_dialog.py"/>
        <source>Encore un instant : attendez que ce soit fait.</source>
        <translation>One moment: please wait until it is done.</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/machine_search.py"/>
        <source>Encore {n} : précisez la recherche.</source>
        <translation>{n} more: narrow your search.</translation>
    </message>
    <message>
        <location filename="../../app/documents/contract_sections.py"/>
        <source>Engagement</source>
        <translation>Commitment</translation>
    </message>
    <message>
        <location filename="../../app/services/sync_words.py"/>
        <source>Engagement (mois)</source>
        <translation>Commitment (months)</translation>
    </message>
    <message>
        <location filename="../../app/domain/term_reasons.py"/>
        <source>Engagement ferme, puis durée indéterminée avec {notice} de préavis.</source>
        <translation>Firm commitment, then open-ended with a notice period of {notice}.</translation>
    </message>
    <message>
        <location filename="../../app/commands/sync.py"/>
        <source>Enregistrement</source>
        <translation>Record</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/plan_dialog.py"/>
        <source>Enregistrement du plan…</source>
        <translation>Saving the plan…</translation>
    </message>
    <message>
        <location filename="../../app/ui/equipment/dialog.py"/>
        <source>Enregistrement en cours : la fenêtre se ferme dès que c’est fait.</source>
        <translation>Saving: this window closes as soon as it is done.</translation>
    </message>
    <message>
        <location filename="../../app/ui/sync/connect_dialog.py"/>
        <source>Enregistrements</source>
        <translation>Records</translation>
    </message>
    <message>
        <location filename="../../app/commands/sync.py"/>
        <source>Enregistrements ici</source>
        <translation>Records here</translation>
    </message>
    <message>
        <location filename="../../app/commands/sync.py"/>
        <source>Enregistrements sur le serveur</source>
        <translation>Records on the server</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/new_contract.py"/>
        <source>Enregistrement…</source>
        <translation>Saving…</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/follow_up.py"/>
        <source>Enregistrer</source>
        <translation>Save</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/rating.py"/>
        <source>Enregistrer cet avis (Ctrl+Entrée)</source>
        <translation>Save this rating (Ctrl+Enter)</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/small_dialogs.py"/>
        <source>Enregistrer la signature</source>
        <translation>Record the signature</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/new_contract.py"/>
        <source>Enregistrer le contrat</source>
        <translation>Record the contract</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/papers.py"/>
        <source>Enregistrer les notes</source>
        <translation>Save the notes</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/claim_steps.py"/>
        <source>Enregistrer pour mémoire</source>
        <translation>Keep for the record</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/actions.py"/>
        <source>Enregistrer sous</source>
        <translation>Save as</translation>
    </message>
    <message>
        <location filename="../../app/ui/documents/preview.py"/>
        <source>Enregistrer sous…</source>
        <translation>Save as…</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/papers.py"/>
        <source>Enregistrer {title} sous…</source>
        <translation>Save {title} as…</translation>
    </message>
    <message>
        <location filename="../../app/ui/home/cards.py"/>
        <source>Enregistrez un contrat</source>
        <translation>Record a contract</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/view.py"/>
        <source>Enregistrez un premier contrat : Parclair en calcule le prix, les échéances et les lettres.</source>
        <translation>Record a first contract: Parclair works out its price, deadlines and letters.</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/claim_detail.py"/>
        <source>Enregistré pour mémoire : ce n’est pas couvert. Si {who} accepte quand même, notez la prise en charge ; sinon, notez le refus.</source>
        <translation>Kept for the record: this is not covered. If {who} accepts it all the same, note that it is in hand; otherwise, note the refusal.</translation>
    </message>
    <message>
        <location filename="../../app/commands/equipment.py"/>
        <source>Enregistré.</source>
        <translation>Saved.</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/actions.py"/>
        <source>Enregistré : {name}</source>
        <translation>Saved: {name}</translation>
    </message>
    <message>
        <location filename="../../app/ui/documents/preview.py"/>
        <source>Enregistré : {path}</source>
        <translation>Saved: {path}</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/live_panel.py"/>
        <source>Ensuite</source>
        <translation>Afterwards</translation>
    </message>
    <message>
        <location filename="../../app/services/sync_meeting.py"/>
        <source>Ensuite, chaque changement part tout seul ; sans réseau, il attend ici.</source>
        <translation>From then on each change is sent by itself; without a network it waits here.</translation>
    </message>
    <message>
        <location filename="../../app/documents/contract_sections.py"/>
        <source>Entre les soussignés</source>
        <translation>Between the undersigned</translation>
    </message>
    <message>
        <location filename="../../app/commands/sync.py"/>
        <source>Entreprise</source>
        <translation>Company</translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/company.py"/>
        <source>Entreprise enregistrée</source>
        <translation>Company saved</translation>
    </message>
    <message>
        <location filename="../../app/server/commands.py"/>
        <source>Entreprise introuvable : {id}</source>
        <translation>Organisation not found: {id}</translation>
    </message>
    <message>
        <location filename="../../app/services/sync_words.py"/>
        <source>Envoi</source>
        <translation>Sending</translation>
    </message>
    <message>
        <location filename="../../app/commands/contract_show.py"/>
        <source>Envoi conseillé</source>
        <translation>Recommended sending</translation>
    </message>
    <message>
        <location filename="../../app/domain/timeline.py"/>
        <source>Envoi conseillé par courrier</source>
        <translation>Recommended day to send by post</translation>
    </message>
    <message>
        <location filename="../../app/domain/timeline.py"/>
        <source>Envoi conseillé par e-mail</source>
        <translation>Recommended day to send by e-mail</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/resign.py"/>
        <source>Envoi conseillé, au plus tard</source>
        <translation>Send by</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/new_request.py"/>
        <source>Envoi en cours : la fenêtre se ferme dès que la demande est enregistrée.</source>
        <translation>Sending: this window closes as soon as the request is saved.</translation>
    </message>
    <message>
        <location filename="../../app/server/ratings/pages.py"/>
        <source>Envoi non valable</source>
        <translation>Not valid</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/resign.py"/>
        <source>Envoi par</source>
        <translation>Sent by</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/timeline_layout.py"/>
        <source>Envoi par courrier : {day}</source>
        <translation>Post by {day}</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/timeline_layout.py"/>
        <source>Envoi par e-mail : {day}</source>
        <translation>E-mail by {day}</translation>
    </message>
    <message>
        <location filename="../../app/server/ratings/pages.py"/>
        <source>Envoi trop long</source>
        <translation>Too long</translation>
    </message>
    <message>
        <location filename="../../app/ui/sync/controller.py"/>
        <source>Envoi : {done} sur {total}</source>
        <translation>Sending: {done} of {total}</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/new_request.py"/>
        <source>Envoi…</source>
        <translation>Sending…</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/new_request.py"/>
        <source>Envoyer la demande</source>
        <translation>Send the request</translation>
    </message>
    <message>
        <location filename="../../app/services/sync_words.py"/>
        <source>Envoyé le</source>
        <translation>Sent on</translation>
    </message>
    <message>
        <location filename="../../app/domain/records.py"/>
        <source>Envoyée</source>
        <translation>Sent</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/services.py"/>
        <source>Envoyée comme demande de devis : rien n’est commandé.</source>
        <translation>Sent as a request for a quote: nothing is ordered.</translation>
    </message>
    <message>
        <location filename="../../app/services/sync_words.py"/>
        <source>Envoyée le</source>
        <translation>Sent on</translation>
    </message>
    <message>
        <location filename="../../app/ui/crash_dialog.py"/>
        <source>Erreur inattendue</source>
        <translation>Unexpected error</translation>
    </message>
    <message>
        <location filename="../../app/ui/documents/view.py"/>
        <source>Essayez un autre mot ou retirez un filtre.</source>
        <translation>Try another word or remove a filter.</translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/people.py"/>
        <source>Essayez un autre nom.</source>
        <translation>Try another name.</translation>
    </message>
    <message>
        <location filename="../../app/documents/recovery_sheet.py"/>
        <source>Exactement ainsi, espaces compris ; majuscules et minuscules comptent.</source>
        <translation>Exactly like this, spaces included; capitals and small letters matter.</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/papers.py"/>
        <source>Exemplaire signé</source>
        <translation>Signed copy</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/appointment.py"/>
        <source>Exporter en .&amp;ics…</source>
        <translation>Export as .&amp;ics…</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/thread_actions.py"/>
        <source>Exporter le rendez-vous</source>
        <translation>Export the appointment</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/thread.py"/>
        <source>Exporter le rendez-vous (.ics)…</source>
        <translation>Export the appointment (.ics)…</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/actions.py"/>
        <source>Exporter les échéances</source>
        <translation>Export the deadlines</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/view.py"/>
        <source>Exporter les échéances et leurs rappels pour un agenda</source>
        <translation>Export the deadlines and their reminders for a calendar</translation>
    </message>
    <message>
        <location filename="../../app/domain/identifiers.py"/>
        <source>FR, 2 caractères de clé et les 9 chiffres du SIREN</source>
        <translation>FR, 2 key characters and the 9 digits of the SIREN</translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/company.py"/>
        <source>FR, clé et SIREN</source>
        <translation>FR, key and SIREN</translation>
    </message>
    <message>
        <location filename="../../app/domain/pc_words.py"/>
        <source>Fabricant</source>
        <translation>Manufacturer</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/intervention_dialogs.py"/>
        <source>Facturable</source>
        <translation>Billable</translation>
    </message>
    <message>
        <location filename="../../app/domain/articles.py"/>
        <source>Facturation</source>
        <translation>Billing</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/follow_up.py"/>
        <source>Facultatif</source>
        <translation>Optional</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/claim_dialogs.py"/>
        <source>Facultatif.</source>
        <translation>Optional.</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/claim_slots.py"/>
        <source>Facultatif. Glissez un fichier ici.</source>
        <translation>Optional. Drop a file here.</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/resign.py"/>
        <source>Facultatif ; repris dans la lettre.</source>
        <translation>Optional; quoted in the letter.</translation>
    </message>
    <message>
        <location filename="../../app/ui/home/cards.py"/>
        <source>Fait</source>
        <translation>Done</translation>
    </message>
    <message>
        <location filename="../../app/documents/contract_sections.py"/>
        <source>Fait à {place}, le {day}, en deux exemplaires originaux.</source>
        <translation>Signed at {place}, on {day}, in two originals.</translation>
    </message>
    <message>
        <location filename="../../app/commands/backup.py"/>
        <source>Faite le</source>
        <translation>Made on</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/dialogs.py"/>
        <source>Fermer</source>
        <translation>Close</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/closing.py"/>
        <source>Fermer Parclair l’arrête. Les fichiers déjà restaurés restent dans leur dossier.</source>
        <translation>Closing Parclair stops it. Files already restored stay in their folder.</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/closing.py"/>
        <source>Fermer Parclair l’arrête. Les sauvegardes déjà faites restent intactes, et la suivante reprendra où celle-ci s’arrête.</source>
        <translation>Closing Parclair stops it. Backups already made stay intact, and the next one will go on from where this one stops.</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/closing.py"/>
        <source>Fermer Parclair l’arrête. Les sauvegardes restent intactes ; il faudra relancer la vérification.</source>
        <translation>Closing Parclair stops it. Backups stay intact; the verification will have to be started again.</translation>
    </message>
    <message>
        <location filename="../../app/ui/documents/preview.py"/>
        <source>Fermer la recherche (Échap)</source>
        <translation>Close the search (Esc)</translation>
    </message>
    <message>
        <location filename="../../app/ui/equipment/panel.py"/>
        <source>Fermer le détail (Échap)</source>
        <translation>Close details (Esc)</translation>
    </message>
    <message>
        <location filename="../../app/ui/notice.py"/>
        <source>Fermer le message</source>
        <translation>Close message</translation>
    </message>
    <message>
        <location filename="../../app/domain/articles.py"/>
        <source>Fermeté des prix et des conditions</source>
        <translation>Firmness of prices and terms</translation>
    </message>
    <message>
        <location filename="../../app/domain/backup_problems.py"/>
        <source>Fermez les programmes qui tiennent ces fichiers ou vérifiez vos droits, puis relancez.</source>
        <translation>Close the programs that hold these files or check your rights, then try again.</translation>
    </message>
    <message>
        <location filename="../../app/services/paper.py"/>
        <source>Fermé aussi les jours de pont annoncés par le prestataire.</source>
        <translation>Also closed on the bridge days announced by the provider.</translation>
    </message>
    <message>
        <location filename="../../app/services/paper.py"/>
        <source>Fermé les jours fériés.</source>
        <translation>Closed on public holidays.</translation>
    </message>
    <message>
        <location filename="../../app/ui/home/opening.py"/>
        <source>Fermé, ouvre demain à {hour}</source>
        <translation>Closed, opens tomorrow at {hour}</translation>
    </message>
    <message>
        <location filename="../../app/ui/home/opening.py"/>
        <source>Fermé, ouvre le {day} à {hour}</source>
        <translation>Closed, opens on {day} at {hour}</translation>
    </message>
    <message>
        <location filename="../../app/ui/home/opening.py"/>
        <source>Fermé, ouvre {weekday} à {hour}</source>
        <translation>Closed, opens on {weekday} at {hour}</translation>
    </message>
    <message>
        <location filename="../../app/ui/home/opening.py"/>
        <source>Fermé, ouvre à {hour}</source>
        <translation>Closed, opens at {hour}</translation>
    </message>
    <message>
        <location filename="../../app/ui/equipment/panel.py"/>
        <source>Fiche</source>
        <translation>Details</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/dialogs.py"/>
        <source>Fiche de secours</source>
        <translation>Recovery sheet</translation>
    </message>
    <message>
        <location filename="../../app/documents/recovery_sheet.py"/>
        <source>Fiche de secours des sauvegardes</source>
        <translation>Backup recovery sheet</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/conditions.py"/>
        <source>Fiche du matériel</source>
        <translation>Equipment sheet</translation>
    </message>
    <message>
        <location filename="../../app/documents/recovery_sheet.py"/>
        <source>Fiche faite le {day}</source>
        <translation>Sheet made on {day}</translation>
    </message>
    <message>
        <location filename="../../app/commands/equipment.py"/>
        <source>Fiche mise à jour : {id}</source>
        <translation>Record updated: {id}</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/thread.py"/>
        <source>Fiche pour le technicien…</source>
        <translation>Card for the technician…</translation>
    </message>
    <message>
        <location filename="../../app/ui/equipment/panel.py"/>
        <source>Fiche technicien</source>
        <translation>Technician card</translation>
    </message>
    <message>
        <location filename="../../app/ui/technician/banner.py"/>
        <source>Fiche technicien (Ctrl+T)</source>
        <translation>Technician card (Ctrl+T)</translation>
    </message>
    <message>
        <location filename="../../app/services/sync_words.py"/>
        <source>Fichier</source>
        <translation>File</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/actions.py"/>
        <source>Fichier joint</source>
        <translation>File attached</translation>
    </message>
    <message>
        <location filename="../../app/services/support_reading.py"/>
        <source>Fichier joint : {name}</source>
        <translation>File attached: {name}</translation>
    </message>
    <message>
        <location filename="../../app/services/sync_words.py"/>
        <source>Fichiers</source>
        <translation>Files</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/restore_steps.py"/>
        <source>Fichiers de la sauvegarde</source>
        <translation>Files in the backup</translation>
    </message>
    <message>
        <location filename="../../app/services/backup_jobs.py"/>
        <source>Fichiers illisibles : {n}, dont {names}. Les autres sont enregistrés.</source>
        <translation>Unreadable files: {n}, among them {names}. The others are saved.</translation>
    </message>
    <message>
        <location filename="../../app/services/backup_restores.py"/>
        <source>Fichiers non restaurés à l’identique : {n}, dont {names}.</source>
        <translation>Files not restored exactly: {n}, among them {names}.</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/queue_list.py"/>
        <source>File d’attente</source>
        <translation>Queue</translation>
    </message>
    <message>
        <location filename="../../app/ui/widgets/chips.py"/>
        <source>Filtre {name}. Supprimer pour le retirer</source>
        <translation>Filter {name}. Press Delete to remove it</translation>
    </message>
    <message>
        <location filename="../../app/ui/widgets/chips.py"/>
        <source>Filtrer</source>
        <translation>Filter</translation>
    </message>
    <message>
        <location filename="../../app/ui/topbar.py"/>
        <source>Filtrer par site</source>
        <translation>Filter by site</translation>
    </message>
    <message>
        <location filename="../../app/services/sync_words.py"/>
        <source>Fin</source>
        <translation>Ended</translation>
    </message>
    <message>
        <location filename="../../app/services/equipment.py"/>
        <source>Fin de garantie</source>
        <translation>Warranty end</translation>
    </message>
    <message>
        <location filename="../../app/domain/articles.py"/>
        <source>Fin de location</source>
        <translation>End of rental</translation>
    </message>
    <message>
        <location filename="../../app/services/home.py"/>
        <source>Fin de location à décider : {number}</source>
        <translation>End of rental to decide: {number}</translation>
    </message>
    <message>
        <location filename="../../app/ui/equipment/record_tabs.py"/>
        <source>Fin de l’affectation à {name} le {day}</source>
        <translation>Assignment to {name} ended on {day}</translation>
    </message>
    <message>
        <location filename="../../app/commands/contract_show.py"/>
        <source>Fin de l’engagement</source>
        <translation>End of the commitment</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/overview.py"/>
        <source>Fin de l’engagement ({months})</source>
        <translation>End of commitment ({months})</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/timeline_layout.py"/>
        <source>Fin de période</source>
        <translation>End of term</translation>
    </message>
    <message>
        <location filename="../../app/domain/term_reasons.py"/>
        <source>Fin du contrat</source>
        <translation>End of the contract</translation>
    </message>
    <message>
        <location filename="../../app/commands/contract_show.py"/>
        <source>Fin du contrat par cette résiliation</source>
        <translation>End of the contract by this termination</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/overview.py"/>
        <source>Fin du contrat par la résiliation</source>
        <translation>End of the contract by termination</translation>
    </message>
    <message>
        <location filename="../../app/commands/contract_papers.py"/>
        <source>Fin du contrat {number}</source>
        <translation>End of contract {number}</translation>
    </message>
    <message>
        <location filename="../../app/domain/term_reasons.py"/>
        <source>Fin du contrat : {end}.</source>
        <translation>End of the contract: {end}.</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/contract_list.py"/>
        <source>Fin d’engagement</source>
        <translation>Commitment ends</translation>
    </message>
    <message>
        <location filename="../../app/commands/contract_show.py"/>
        <source>Fin, préavis reçu le {day}</source>
        <translation>End, notice received on {day}</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/overview.py"/>
        <source>Fin, si le préavis est reçu le {day}</source>
        <translation>End, if notice is received on {day}</translation>
    </message>
    <message>
        <location filename="../../app/services/sync_words.py"/>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/data.py"/>
        <source>Format des données</source>
        <translation>Data format</translation>
    </message>
    <message>
        <location filename="../../app/services/office.py"/>
        <source>Forme juridique</source>
        <translation>Legal form</translation>
    </message>
    <message>
        <location filename="../../app/ui/technician/facts.py"/>
        <source>Garantie</source>
        <translation>Warranty</translation>
    </message>
    <message>
        <location filename="../../app/ui/equipment/words.py"/>
        <source>Garantie expirée</source>
        <translation>Out of warranty</translation>
    </message>
    <message>
        <location filename="../../app/ui/equipment/words.py"/>
        <source>Garantie : dernier jour</source>
        <translation>Warranty: last day</translation>
    </message>
    <message>
        <location filename="../../app/ui/equipment/words.py"/>
        <source>Garantie : fin dans {n} j</source>
        <translation>Warranty: {n} days left</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/dialogs.py"/>
        <source>Garder ce mot de passe</source>
        <translation>Keep this password</translation>
    </message>
    <message>
        <location filename="../../app/ui/sync/inbox_detail.py"/>
        <source>Garder le &amp;leur</source>
        <translation>Keep &amp;theirs</translation>
    </message>
    <message>
        <location filename="../../app/ui/sync/inbox_detail.py"/>
        <source>Garder le &amp;mien</source>
        <translation>Keep &amp;mine</translation>
    </message>
    <message>
        <location filename="../../app/domain/end_of_rental.py"/>
        <source>Garder les mêmes appareils, sans engagement, à moins {off}</source>
        <translation>Keep the same devices, without commitment, at {off} off</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/follow_up.py"/>
        <source>Gardez la preuve de l’envoi jusqu’à la confirmation du prestataire. {end}</source>
        <translation>Keep the proof of sending until the provider confirms. {end}</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/plan_where.py"/>
        <source>Gardé dans le trousseau de ce poste, jamais dans un fichier.</source>
        <translation>Kept in this PC’s keyring, never in a file.</translation>
    </message>
    <message>
        <location filename="../../app/system/secrets.py"/>
        <source>Gardé dans le trousseau du système ({name}).</source>
        <translation>Kept in the system’s keyring ({name}).</translation>
    </message>
    <message>
        <location filename="../../app/system/secrets.py"/>
        <source>Gardé dans le trousseau du système.</source>
        <translation>Kept in the system’s keyring.</translation>
    </message>
    <message>
        <location filename="../../app/commands/sync.py"/>
        <source>Genre</source>
        <translation>Kind</translation>
    </message>
    <message>
        <location filename="../../app/system/secrets.py"/>
        <source>Gestionnaire d’identification de Windows</source>
        <translation>Windows Credential Manager</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/attachments.py"/>
        <source>Glissez des fichiers ici, ou collez une capture (Ctrl+V).</source>
        <translation>Drag files here, or paste a screenshot (Ctrl+V).</translation>
    </message>
    <message>
        <location filename="../../app/domain/records.py"/>
        <source>Guadeloupe</source>
        <translation>Guadeloupe</translation>
    </message>
    <message>
        <location filename="../../app/domain/records.py"/>
        <source>Guyane</source>
        <translation>French Guiana</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/price_table.py"/>
        <source>HT l’unité</source>
        <translation>each, excl. VAT</translation>
    </message>
    <message>
        <location filename="../../app/commands/contract.py"/>
        <source>HT par mois</source>
        <translation>Excl. VAT per month</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/plan_when.py"/>
        <source>Hebdomadaires</source>
        <translation>Weekly</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/appointment.py"/>
        <source>Heure</source>
        <translation>Time</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/intervention_dialogs.py"/>
        <source>Heure de fin</source>
        <translation>End time</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/plan_when.py"/>
        <source>Heures de la journée</source>
        <translation>Times of day</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/detail.py"/>
        <source>Historique</source>
        <translation>History</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/timeline.py"/>
        <source>Historique de la demande</source>
        <translation>History of the request</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/papers.py"/>
        <source>Historique du contrat</source>
        <translation>History of the contract</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/clock_strip.py"/>
        <source>Horaires de l’assistance</source>
        <translation>Support hours</translation>
    </message>
    <message>
        <location filename="../../app/documents/contract_sections.py"/>
        <source>Horaires du support</source>
        <translation>Support hours</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/clock_strip.py"/>
        <source>Horaires et numéros indisponibles pour le moment.</source>
        <translation>Hours and phone numbers are not available right now.</translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/data.py"/>
        <source>Horloge</source>
        <translation>Clock</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/all_requests.py"/>
        <source>Hors contrat</source>
        <translation>Off contract</translation>
    </message>
    <message>
        <location filename="../../app/domain/article_services.py"/>
        <source>Hors contrat, la mise à jour de la version du logiciel est facturée {price} HT.</source>
        <translation>Without a contract, updating the software version is billed {price} excl. VAT.</translation>
    </message>
    <message>
        <location filename="../../app/services/support_cover.py"/>
        <source>Hors contrat, {price} HT par demi-heure commencée ({offer}).</source>
        <translation>Without a contract, {price} excl. VAT per half-hour begun ({offer}).</translation>
    </message>
    <message>
        <location filename="../../app/domain/support_cover.py"/>
        <source>Hors contrat : le prix est à demander au prestataire</source>
        <translation>Without a contract: ask the provider for the price</translation>
    </message>
    <message>
        <location filename="../../app/domain/support_cover.py"/>
        <source>Hors contrat : {price} HT par demi-heure commencée</source>
        <translation>Without a contract: {price} excl. VAT per half-hour begun</translation>
    </message>
    <message>
        <location filename="../../app/ui/sync/words.py"/>
        <source>Hors ligne</source>
        <translation>Offline</translation>
    </message>
    <message>
        <location filename="../../app/ui/sync/words.py"/>
        <source>Hors ligne · {waiting}</source>
        <translation>Offline · {waiting}</translation>
    </message>
    <message>
        <location filename="../../app/ui/sync/words.py"/>
        <source>Hors ligne : le premier échange reprendra tout seul</source>
        <translation>Offline: the first exchange will go on by itself</translation>
    </message>
    <message>
        <location filename="../../app/ui/sync/words.py"/>
        <source>Hors ligne : vous pouvez continuer à travailler</source>
        <translation>Offline: you can go on working</translation>
    </message>
    <message>
        <location filename="../../app/services/office.py"/>
        <source>IBAN</source>
        <translation>IBAN</translation>
    </message>
    <message>
        <location filename="../../app/commands/sync.py"/>
        <source>ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <location filename="../../app/domain/pc_words.py"/>
        <source>ID TeamViewer</source>
        <translation>TeamViewer ID</translation>
    </message>
    <message>
        <location filename="../../app/commands/sync.py"/>
        <source>Ici</source>
        <translation>Here</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/plan_where.py"/>
        <source>Identifiant</source>
        <translation>User name</translation>
    </message>
    <message>
        <location filename="../../app/services/backup_sheet.py"/>
        <source>Identifiant du serveur : {user}. Son mot de passe d’accès, que votre prestataire vous redonne, s’écrit dans l’adresse après l’identifiant : {user}:motdepasse@…</source>
        <translation>Server user: {user}. Its access password, which your provider can give you again, is written in the address after the user: {user}:password@…</translation>
    </message>
    <message>
        <location filename="../../app/ui/equipment/edit_dialog.py"/>
        <source>Identité</source>
        <translation>Identity</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/plan_password.py"/>
        <source>Il chiffre vos sauvegardes avant leur départ : où qu’elles soient rangées, personne ne les lit sans lui.</source>
        <translation>It encrypts your backups before they leave: wherever they are kept, nobody can read them without it.</translation>
    </message>
    <message>
        <location filename="../../app/documents/contract_sections.py"/>
        <source>Il est convenu ce qui suit.</source>
        <translation>The following has been agreed.</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/notices.py"/>
        <source>Il est fourni avec Parclair : réinstallez Parclair, ou installez-le par « winget install restic.restic ».</source>
        <translation>It comes with Parclair: reinstall Parclair, or install it with “winget install restic.restic”.</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/review_step.py"/>
        <source>Il est signé</source>
        <translation>It is signed</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/review_step.py"/>
        <source>Il est signé et déjà en cours</source>
        <translation>It is signed and already running</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/claim_words.py"/>
        <source>Il est tombé ou a été abîmé.</source>
        <translation>It was dropped or damaged.</translation>
    </message>
    <message>
        <location filename="../../app/services/sync.py"/>
        <source>Il faut d’abord un code d’activation.</source>
        <translation>An activation code is needed first.</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/price_step.py"/>
        <source>Il faut {conditions}.</source>
        <translation>Requires {conditions}.</translation>
    </message>
    <message>
        <location filename="../../app/services/backup_restores.py"/>
        <source>Il faut {need} Mio et le disque de « {path} » n’en a que {free} de libres. Rien n’a été écrit.</source>
        <translation>{need} MiB are needed and the disk of “{path}” only has {free} free. Nothing was written.</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/subscribe.py"/>
        <source>Il figure dans votre logiciel ou sur la facture ; laissez vide s’il n’est pas connu.</source>
        <translation>It is shown in your software or on the invoice; leave it empty if you do not know it.</translation>
    </message>
    <message>
        <location filename="../../app/services/home.py"/>
        <source>Il figure sur les contrats et décide de l’éligibilité à la location.</source>
        <translation>It is printed on contracts and decides on eligibility for rental.</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/claim_detail.py"/>
        <source>Il manque des pièces : ajoutez-les ci-dessous. {who} ne peut pas conclure sans elles.</source>
        <translation>Documents are missing: add them below. Without them {who} cannot settle the claim.</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/live_panel.py"/>
        <source>Il manque : {what}.</source>
        <translation>Missing: {what}.</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/claim_words.py"/>
        <source>Il ne marche plus, sans choc ni liquide.</source>
        <translation>It stopped working: no knock, no liquid.</translation>
    </message>
    <message>
        <location filename="../../app/services/backup_access.py"/>
        <source>Il n’y a encore aucune sauvegarde à cette adresse.</source>
        <translation>There is no backup at this address yet.</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/restore_steps.py"/>
        <source>Il n’y a pas assez de place sur ce disque : choisissez une autre destination ou moins de fichiers.</source>
        <translation>There is not enough room on this disk: choose another destination or fewer files.</translation>
    </message>
    <message>
        <location filename="../../app/services/backup_access.py"/>
        <source>Il n’y a pas de dépôt à cette adresse.</source>
        <translation>There is no repository at this address.</translation>
    </message>
    <message>
        <location filename="../../app/domain/article_parts.py"/>
        <source>Il prend fin de plein droit au terme de cette durée, sans reconduction.</source>
        <translation>It ends automatically when that time is over, without renewal.</translation>
    </message>
    <message>
        <location filename="../../app/system/repository_look.py"/>
        <source>Il reste {n} Mio libres sur le disque de « {path} ».</source>
        <translation>{n} MiB are left on the disk of “{path}”.</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/claim_devices.py"/>
        <source>Il sera affecté à {name} jusqu’au retour du sien.</source>
        <translation>It will be assigned to {name} until their own is back.</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/claim_devices.py"/>
        <source>Il servira jusqu’au retour.</source>
        <translation>It will be used until the other one is back.</translation>
    </message>
    <message>
        <location filename="../../app/commands/doctor.py"/>
        <source>Il y a quelque chose à réparer.</source>
        <translation>Something needs mending.</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/contract_list.py"/>
        <source>Illisible ici</source>
        <translation>Unreadable here</translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/sites.py"/>
        <source>Ils décalent les délais en jours ouvrés.</source>
        <translation>They shift deadlines counted in working days.</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/words.py"/>
        <source>Impossible de travailler ou d’encaisser.</source>
        <translation>No way to work or to take payments.</translation>
    </message>
    <message>
        <location filename="../../app/ui/documents/printing.py"/>
        <source>Impression de la page {n} sur {total}…</source>
        <translation>Printing page {n} of {total}…</translation>
    </message>
    <message>
        <location filename="../../app/ui/documents/preview.py"/>
        <source>Impression…</source>
        <translation>Printing…</translation>
    </message>
    <message>
        <location filename="../../app/domain/records.py"/>
        <source>Imprimante</source>
        <translation>Printer</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/view.py"/>
        <source>Imprimer</source>
        <translation>Print</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/statistics.py"/>
        <source>Imprimer en PDF</source>
        <translation>Print to PDF</translation>
    </message>
    <message>
        <location filename="../../app/ui/documents/view.py"/>
        <source>Imprimer…</source>
        <translation>Print…</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/papers.py"/>
        <source>Imprimez le contrat, ou joignez l’exemplaire signé.</source>
        <translation>Print the contract, or attach the signed copy.</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/dialogs.py"/>
        <source>Imprimez-la et mettez-la sous clé, ailleurs que près de ce PC. Sans ce mot de passe, personne ne peut relire vos sauvegardes, pas même votre prestataire.</source>
        <translation>Print it and lock it away, not next to this PC. Without this password nobody can read your backups, not even your provider.</translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/people.py"/>
        <source>Inactif</source>
        <translation>Inactive</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/conditions.py"/>
        <source>Inconnue</source>
        <translation>Unknown</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/services.py"/>
        <source>Indiquer ce que le devis nomme…</source>
        <translation>Say what the quote names…</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/notices.py"/>
        <source>Indiquer où il est…</source>
        <translation>Say where it is…</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/intervention_dialogs.py"/>
        <source>Indiquez le technicien.</source>
        <translation>Enter the technician’s name.</translation>
    </message>
    <message>
        <location filename="../../app/services/claims.py"/>
        <source>Indiquez l’appareil qui remplace celui du sinistre {number}.</source>
        <translation>Say which device replaces that of claim {number}.</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/resign.py"/>
        <source>Indiquez une date pour voir la fin du contrat.</source>
        <translation>Enter a date to see when the contract ends.</translation>
    </message>
    <message>
        <location filename="../../app/domain/records.py"/>
        <source>Infogérance</source>
        <translation>Managed IT</translation>
    </message>
    <message>
        <location filename="../../app/documents/recovery_sheet.py"/>
        <source>Installez Parclair sur le nouveau PC et ouvrez « Sauvegardes ».</source>
        <translation>Install Parclair on the new PC and open “Backups”.</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/notices.py"/>
        <source>Installez le paquet « restic » de votre système, ou indiquez où il se trouve.</source>
        <translation>Install your system’s “restic” package, or say where it is.</translation>
    </message>
    <message>
        <location filename="../../app/domain/backup_problems.py"/>
        <source>Installez une version récente de restic, ou indiquez où elle se trouve.</source>
        <translation>Install a recent version of restic, or say where it is.</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/notices.py"/>
        <source>Installez-le par « brew install restic », ou indiquez où il se trouve.</source>
        <translation>Install it with “brew install restic”, or say where it is.</translation>
    </message>
    <message>
        <location filename="../../app/ui/sync/popover.py"/>
        <source>Interrompre</source>
        <translation>Stop</translation>
    </message>
    <message>
        <location filename="../../app/domain/backup_problems.py"/>
        <source>Interrompue avant la fin</source>
        <translation>Cut off before the end</translation>
    </message>
    <message>
        <location filename="../../app/documents/statistics.py"/>
        <source>Interv.</source>
        <translation>Interv.</translation>
    </message>
    <message>
        <location filename="../../app/domain/record_words.py"/>
        <source>Intervention</source>
        <translation>Intervention</translation>
    </message>
    <message>
        <location filename="../../app/commands/request_steps.py"/>
        <source>Intervention commencée.</source>
        <translation>Intervention started.</translation>
    </message>
    <message>
        <location filename="../../app/services/support_work.py"/>
        <source>Intervention introuvable : {id}</source>
        <translation>Intervention not found: {id}</translation>
    </message>
    <message>
        <location filename="../../app/ui/technician/banner.py"/>
        <source>Intervention terminée : la session de {name} finit à {hour}, ou à la résolution de {number}</source>
        <translation>Intervention finished: {name}’s session ends at {hour}, or once {number} is resolved</translation>
    </message>
    <message>
        <location filename="../../app/ui/technician/session.py"/>
        <source>Intervention terminée : session de {name} fermée</source>
        <translation>Intervention finished: {name}’s session is closed</translation>
    </message>
    <message>
        <location filename="../../app/commands/request_steps.py"/>
        <source>Intervention terminée : {n} min</source>
        <translation>Intervention ended: {n} min</translation>
    </message>
    <message>
        <location filename="../../app/commands/support.py"/>
        <source>Interventions</source>
        <translation>Interventions</translation>
    </message>
    <message>
        <location filename="../../app/domain/articles.py"/>
        <source>Interventions hors contrat</source>
        <translation>Help without a contract</translation>
    </message>
    <message>
        <location filename="../../app/domain/satisfaction.py"/>
        <source>Interventions notées</source>
        <translation>Rated interventions</translation>
    </message>
    <message>
        <location filename="../../app/ui/documents/preview.py"/>
        <source>Introuvable</source>
        <translation>Not found</translation>
    </message>
    <message>
        <location filename="../../app/services/office.py"/>
        <source>Introuvable : {id}</source>
        <translation>Not found: {id}</translation>
    </message>
    <message>
        <location filename="../../app/services/backup_jobs.py"/>
        <source>Introuvable : {names}. Le reste est enregistré.</source>
        <translation>Not found: {names}. The rest is saved.</translation>
    </message>
    <message>
        <location filename="../../app/services/backup_jobs.py"/>
        <source>Introuvable : {names}. Rien n’a été enregistré.</source>
        <translation>Not found: {names}. Nothing was saved.</translation>
    </message>
    <message>
        <location filename="../../app/services/sync_words.py"/>
        <source>Issue</source>
        <translation>Outcome</translation>
    </message>
    <message>
        <location filename="../../app/ui/home/cards.py"/>
        <source>J+{n}</source>
        <translation>D+{n}</translation>
    </message>
    <message>
        <location filename="../../app/commands/contract.py"/>
        <source>J-{days}</source>
        <translation>{days} days</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/wording.py"/>
        <source>J-{n}</source>
        <translation>D-{n}</translation>
    </message>
    <message>
        <location filename="../../app/ui/equipment/panel.py"/>
        <source>Jamais affectée</source>
        <translation>Never assigned</translation>
    </message>
    <message>
        <location filename="../../app/domain/backup_state.py"/>
        <source>Jamais faite</source>
        <translation>Never made</translation>
    </message>
    <message>
        <location filename="../../app/services/home_backups.py"/>
        <source>Jamais sauvegardé : {name}</source>
        <translation>Never backed up: {name}</translation>
    </message>
    <message>
        <location filename="../../app/ui/technician/confirmation.py"/>
        <source>Je confirme que {name} peut intervenir sur ce poste</source>
        <translation>I confirm that {name} may work on this computer</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/words.py"/>
        <source>Je suis bloqué</source>
        <translation>I am stuck</translation>
    </message>
    <message>
        <location filename="../../app/server/commands.py"/>
        <source>Jeton (montré une seule fois) : {token}</source>
        <translation>Token (shown only once): {token}</translation>
    </message>
    <message>
        <location filename="../../app/services/paper.py"/>
        <source>Jeudi</source>
        <translation>Thursday</translation>
    </message>
    <message>
        <location filename="../../app/ui/equipment/record_tabs.py"/>
        <source>Joignez une facture, un bon de livraison, une photo : bouton ci-dessous, ou glissez le fichier ici.</source>
        <translation>Attach an invoice, a delivery note, a photo: use the button below, or drag the file here.</translation>
    </message>
    <message>
        <location filename="../../app/ui/equipment/panel.py"/>
        <source>Joindre des fichiers</source>
        <translation>Attach files</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/actions.py"/>
        <source>Joindre un fichier</source>
        <translation>Attach a file</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/papers.py"/>
        <source>Joindre un fichier…</source>
        <translation>Attach a file…</translation>
    </message>
    <message>
        <location filename="../../app/commands/request_steps.py"/>
        <source>Joint : {name}</source>
        <translation>Attached: {name}</translation>
    </message>
    <message>
        <location filename="../../app/services/sync_words.py"/>
        <source>Jour</source>
        <translation>Day</translation>
    </message>
    <message>
        <location filename="../../app/ui/home/cards.py"/>
        <source>Jour J</source>
        <translation>Today</translation>
    </message>
    <message>
        <location filename="../../app/domain/record_words.py"/>
        <source>Jour de fermeture</source>
        <translation>Closing day</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/intervention_dialogs.py"/>
        <source>Jour de la fin</source>
        <translation>End day</translation>
    </message>
    <message>
        <location filename="../../app/commands/office.py"/>
        <source>Jours fériés</source>
        <translation>Public holidays</translation>
    </message>
    <message>
        <location filename="../../app/commands/contract.py"/>
        <source>Jours restants</source>
        <translation>Time left</translation>
    </message>
    <message>
        <location filename="../../app/domain/backup_state.py"/>
        <source>Jugée à la dernière utilisation du poste</source>
        <translation>Judged when the PC was last in use</translation>
    </message>
    <message>
        <location filename="../../app/ui/technician/start_dialog.py"/>
        <source>Jusqu’à la fin de la session, tout ce qui est fait sur ce PC est inscrit dans l’historique sous le nom du technicien.</source>
        <translation>Until the session ends, everything done on this PC is recorded in the history under the technician’s name.</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/words.py"/>
        <source>J’ai une question</source>
        <translation>I have a question</translation>
    </message>
    <message>
        <location filename="../../app/domain/records.py"/>
        <source>La Réunion</source>
        <translation>Réunion</translation>
    </message>
    <message>
        <location filename="../../app/domain/article_parts.py"/>
        <source>La TVA, au taux de {rate}, est calculée une seule fois, sur le total hors taxes.</source>
        <translation>VAT, at {rate}, is computed once, on the total excluding VAT.</translation>
    </message>
    <message>
        <location filename="../../app/store/restore.py"/>
        <source>La base de données manquait dans le dossier de données. La copie du {day} a été reprise.</source>
        <translation>The database was missing from the data folder. The copy of {day} was restored.</translation>
    </message>
    <message>
        <location filename="../../app/server/cli.py"/>
        <source>La base de données ne répond pas : {reason}</source>
        <translation>The database does not answer: {reason}</translation>
    </message>
    <message>
        <location filename="../../app/store/errors.py"/>
        <source>La base de données {path} est endommagée. Le fichier n’a pas été modifié : au prochain démarrage, Parclair le met de côté et reprend la dernière bonne copie.</source>
        <translation>The database {path} is damaged. The file was not changed: at the next start Parclair puts it aside and takes the last good copy.</translation>
    </message>
    <message>
        <location filename="../../app/store/errors.py"/>
        <source>La base de données {path} est occupée par un autre programme. Rien n’a été modifié. Réessayez.</source>
        <translation>Another program is using the database {path}. Nothing was changed. Try again.</translation>
    </message>
    <message>
        <location filename="../../app/store/database.py"/>
        <source>La base de données {path} vient d’une version plus récente de Parclair (schéma {version}, connu ici : {known}). Rien n’a été modifié. Installez la dernière version du programme.</source>
        <translation>The database {path} was made by a newer version of Parclair (schema {version}, known here: {known}). Nothing was changed. Install the latest version of the program.</translation>
    </message>
    <message>
        <location filename="../../app/store/restore.py"/>
        <source>La base de données était endommagée. Il n’y avait pas encore de copie : {rows} enregistrements ont été relus du fichier endommagé, qui est conservé ici : {path}.</source>
        <translation>The database was damaged. There was no copy yet: {rows} records were read back from the damaged file, which is kept here: {path}.</translation>
    </message>
    <message>
        <location filename="../../app/store/restore.py"/>
        <source>La base de données était endommagée. La copie du {day} a été reprise et {rows} enregistrements plus récents ont été relus du fichier endommagé, qui est conservé ici : {path}.</source>
        <translation>The database was damaged. The copy of {day} was restored and {rows} later records were read back from the damaged file, which is kept here: {path}.</translation>
    </message>
    <message>
        <location filename="../../app/server/copies.py"/>
        <source>La base est utilisée : arrêtez d’abord le serveur et « worker ».</source>
        <translation>The database is in use: stop the server and “worker” first.</translation>
    </message>
    <message>
        <location filename="../../app/system/repository_look.py"/>
        <source>La configuration du dépôt {place} est tronquée ou abîmée.</source>
        <translation>The configuration of the repository {place} is cut short or damaged.</translation>
    </message>
    <message>
        <location filename="../../app/services/backup_states.py"/>
        <source>La connexion se mesure sur le poste lui-même : ouvrez Parclair sur ce poste.</source>
        <translation>The connection is measured on the PC itself: open Parclair there.</translation>
    </message>
    <message>
        <location filename="../../app/commands/base.py"/>
        <source>La copie du jour n’a pas pu être faite : {reason}</source>
        <translation>Today’s copy could not be made: {reason}</translation>
    </message>
    <message>
        <location filename="../../app/server/copies.py"/>
        <source>La copie n’a pas pu être reprise : {reason}</source>
        <translation>The copy could not be restored: {reason}</translation>
    </message>
    <message>
        <location filename="../../app/server/copies.py"/>
        <source>La copie n’a pas pu être écrite : {reason}</source>
        <translation>The copy could not be written: {reason}</translation>
    </message>
    <message>
        <location filename="../../app/domain/cover.py"/>
        <source>La couverture dure toute la location.</source>
        <translation>The cover lasts for the whole rental.</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/new_request.py"/>
        <source>La demande n’est pas envoyée.</source>
        <translation>The request has not been sent.</translation>
    </message>
    <message>
        <location filename="../../app/domain/managed_services.py"/>
        <source>La demande peut partir comme demande de devis.</source>
        <translation>The request can be sent as a request for a quote.</translation>
    </message>
    <message>
        <location filename="../../app/services/support_requests.py"/>
        <source>La demande {number} a déjà son avis (« {value} », le {at}) : il ne change plus.</source>
        <translation>Request {number} has been rated (“{value}”, on {at}): a rating no longer changes.</translation>
    </message>
    <message>
        <location filename="../../app/services/support_requests.py"/>
        <source>La demande {number} est « {old} » : elle ne peut pas devenir « {new} ».</source>
        <translation>Request {number} is “{old}”: it cannot become “{new}”.</translation>
    </message>
    <message>
        <location filename="../../app/services/support_requests.py"/>
        <source>La demande {number} est « {status} » : elle ne change plus. Faites une nouvelle demande.</source>
        <translation>Request {number} is “{status}”: it can no longer be changed. Make a new request.</translation>
    </message>
    <message>
        <location filename="../../app/services/support_requests.py"/>
        <source>La demande {number} est « {status} » : elle se note une fois résolue ou clôturée.</source>
        <translation>Request {number} is “{status}”: it can be rated once it is resolved or closed.</translation>
    </message>
    <message>
        <location filename="../../app/services/support.py"/>
        <source>La demande {number} n’a pas de rendez-vous.</source>
        <translation>Request {number} has no appointment.</translation>
    </message>
    <message>
        <location filename="../../app/domain/term_reasons.py"/>
        <source>La dernière période facturée est celle où le contrat finit : tout mois commencé est dû.</source>
        <translation>The last period billed is the one in which the contract ends: every month begun is due.</translation>
    </message>
    <message>
        <location filename="../../app/documents/resignation_letter.py"/>
        <source>La dernière période facturée sera celle du {first} au {last}.</source>
        <translation>The last period billed will be from {first} to {last}.</translation>
    </message>
    <message>
        <location filename="../../app/domain/backup_state.py"/>
        <source>La dernière sauvegarde a échoué ; la précédente réussie date de {n} h.</source>
        <translation>The last backup failed; the last successful one is {n} h old.</translation>
    </message>
    <message>
        <location filename="../../app/domain/backup_state.py"/>
        <source>La dernière sauvegarde réussie date de {n} h, au plus {good} h.</source>
        <translation>The last successful backup is {n} h old, at most {good} h.</translation>
    </message>
    <message>
        <location filename="../../app/domain/backup_state.py"/>
        <source>La dernière sauvegarde réussie date de {n} h, plus de {good} h.</source>
        <translation>The last successful backup is {n} h old, more than {good} h.</translation>
    </message>
    <message>
        <location filename="../../app/domain/backup_state.py"/>
        <source>La dernière sauvegarde réussie date de {n} h, plus de {late} h.</source>
        <translation>The last successful backup is {n} h old, more than {late} h.</translation>
    </message>
    <message>
        <location filename="../../app/domain/backup_state.py"/>
        <source>La dernière vérification a trouvé le dépôt abîmé : ce qui y est n’est pas sûr.</source>
        <translation>The last check found the repository damaged: what is in it cannot be relied on.</translation>
    </message>
    <message>
        <location filename="../../app/services/backup_access.py"/>
        <source>La destination se lit mais n’accepte pas d’écriture : elle est pleine, ou en lecture seule.</source>
        <translation>The destination can be read but not written: it is full, or read-only.</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/dates_step.py"/>
        <source>La durée que porte le devis.</source>
        <translation>The months that the quote states.</translation>
    </message>
    <message>
        <location filename="../../app/ui/equipment/commands.py"/>
        <source>La fiche de ce PC est à jour</source>
        <translation>This PC’s record is up to date</translation>
    </message>
    <message>
        <location filename="../../app/ui/first_run/view.py"/>
        <source>La fiche de l’entreprise vient du serveur : ce que vous aviez saisi ici n’a pas été enregistré.</source>
        <translation>The company’s record comes from the server: what you had typed here was not saved.</translation>
    </message>
    <message>
        <location filename="../../app/services/backups.py"/>
        <source>La fiche de secours a besoin d’un plan de sauvegarde et de son mot de passe.</source>
        <translation>The recovery sheet needs a backup plan and its password.</translation>
    </message>
    <message>
        <location filename="../../app/domain/article_parts.py"/>
        <source>La grille de prix et les règles de l’offre sont celles en vigueur à la date de signature ; une copie en est conservée avec le contrat. Aucune version ultérieure de l’offre ne modifie le contrat signé.</source>
        <translation>The price table and the rules of the offer are those in force on the date of signature; a copy of them is kept with the contract. No later version of the offer changes the signed contract.</translation>
    </message>
    <message>
        <location filename="../../app/ui/tour_contracts.py"/>
        <source>La lettre dans Documents</source>
        <translation>The letter in Documents</translation>
    </message>
    <message>
        <location filename="../../app/services/resignation_steps.py"/>
        <source>La lettre du contrat {number} n’est pas partie : il n’y a pas d’étape à corriger.</source>
        <translation>The letter for contract {number} has not left: there is no step to correct.</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/follow_up.py"/>
        <source>La lettre est prête. Imprimez-la, signez-la et envoyez-la vous-même, au plus tard le {day}. {end}</source>
        <translation>The letter is ready. Print it, sign it and send it yourself, by {day} at the latest. {end}</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/follow_up.py"/>
        <source>La lettre est prête. Imprimez-la, signez-la et envoyez-la vous-même. {end}</source>
        <translation>The letter is ready. Print it, sign it and send it yourself. {end}</translation>
    </message>
    <message>
        <location filename="../../app/ui/tour_contracts.py"/>
        <source>La lettre, avant de la ranger</source>
        <translation>The letter, before it is filed</translation>
    </message>
    <message>
        <location filename="../../app/domain/delivery.py"/>
        <source>La livraison a lieu {min} à {max} jours ouvrés après la signature électronique.</source>
        <translation>Delivery takes place {min} to {max} working days after the electronic signature.</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/rental_end.py"/>
        <source>La location finit le {day}</source>
        <translation>The rental ends on {day}</translation>
    </message>
    <message>
        <location filename="../../app/domain/support_cover.py"/>
        <source>La location {number} comprend l’assistance en cas de panne ({offer}).</source>
        <translation>Rental {number} includes help with breakdowns ({offer}).</translation>
    </message>
    <message>
        <location filename="../../app/domain/support_cover.py"/>
        <source>La location {number} ne dit rien de l’assistance ({offer}).</source>
        <translation>Rental {number} says nothing of support ({offer}).</translation>
    </message>
    <message>
        <location filename="../../app/ui/tour.py"/>
        <source>La machine est dans la liste</source>
        <translation>The machine is in the list</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/new_request.py"/>
        <source>La machine est encore cherchée : attendez qu’elle soit choisie, puis envoyez.</source>
        <translation>The machine is still being searched for: wait until it is selected, then send.</translation>
    </message>
    <message>
        <location filename="../../app/domain/satisfaction.py"/>
        <source>La part de très bons avis est leur nombre divisé par celui des avis ; le taux de réponse, les interventions notées divisées par les interventions.</source>
        <translation>The share of top ratings is their number divided by that of all ratings; the response rate, rated interventions divided by interventions.</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/contact_fields.py"/>
        <source>La personne au comptoir</source>
        <translation>Whoever is at the counter</translation>
    </message>
    <message>
        <location filename="../../app/domain/term_reasons.py"/>
        <source>La plus tardive des deux dates, {committed} et {reached} : {end}.</source>
        <translation>The later of the two dates, {committed} and {reached}: {end}.</translation>
    </message>
    <message>
        <location filename="../../app/services/contracts.py"/>
        <source>La quantité du contrat {number} suit les ordinateurs loués : changez le contrat de location.</source>
        <translation>The quantity of contract {number} follows the rented computers: change the rental contract.</translation>
    </message>
    <message>
        <location filename="../../app/domain/article_parts.py"/>
        <source>La quantité est, à chaque date de facturation, le nombre d’ordinateurs que le Client loue auprès du Prestataire ; le prix mensuel est recalculé de plein droit, d’après la même grille, dès qu’un ordinateur est ajouté ou restitué.</source>
        <translation>The quantity is, on each billing date, the number of computers that the Customer rents from the Provider; the monthly price is recalculated automatically, from the same table, as soon as a computer is added or returned.</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/overview.py"/>
        <source>La quantité suit d’elle-même les ordinateurs loués chez ce prestataire.</source>
        <translation>The quantity follows the computers rented from this provider by itself.</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/price_step.py"/>
        <source>La quantité suit d’elle-même les ordinateurs loués chez {provider}.</source>
        <translation>The quantity follows the computers rented from {provider} by itself.</translation>
    </message>
    <message>
        <location filename="../../app/domain/pricing.py"/>
        <source>La quantité suit le nombre d’ordinateurs des contrats de location en cours chez le même prestataire.</source>
        <translation>The quantity follows the number of computers on the current rental contracts with the same provider.</translation>
    </message>
    <message>
        <location filename="../../app/documents/contract_sections.py"/>
        <source>La quantité suit le nombre d’ordinateurs loués ; le montant ci-dessus est celui du jour où ce contrat est établi.</source>
        <translation>The quantity follows the number of computers rented; the amount above is that of the day this contract is drawn up.</translation>
    </message>
    <message>
        <location filename="../../app/services/backup_jobs.py"/>
        <source>La relecture d’un échantillon trouve des données abîmées.</source>
        <translation>Reading a sample back finds damaged data.</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/endings.py"/>
        <source>La restauration a échoué : {why}</source>
        <translation>The restore failed: {why}</translation>
    </message>
    <message>
        <location filename="../../app/sync/errors.py"/>
        <source>La réponse ne vient pas du serveur de Parclair (page de connexion du réseau ?). Vos changements attendent ici.</source>
        <translation>The answer does not come from the Parclair server (a network login page?). Your changes are waiting here.</translation>
    </message>
    <message>
        <location filename="../../app/services/resignation_steps.py"/>
        <source>La résiliation du contrat {number} est « {old} » : elle ne peut pas devenir « {new} ».</source>
        <translation>The termination of contract {number} is “{old}”: it cannot become “{new}”.</translation>
    </message>
    <message>
        <location filename="../../app/domain/article_parts.py"/>
        <source>La résiliation est demandée par écrit, {ways}.</source>
        <translation>Notice is given in writing, {ways}.</translation>
    </message>
    <message>
        <location filename="../../app/domain/article_parts.py"/>
        <source>La résiliation prend date du jour où le Client l’envoie.</source>
        <translation>Notice is dated by the day on which the Customer sends it.</translation>
    </message>
    <message>
        <location filename="../../app/domain/article_parts.py"/>
        <source>La résiliation prend date du jour où le Prestataire la reçoit.</source>
        <translation>Notice is dated by the day on which the Provider receives it.</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/endings.py"/>
        <source>La sauvegarde a échoué : {why}</source>
        <translation>The backup failed: {why}</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/chores.py"/>
        <source>La sauvegarde prévue a échoué : {why}</source>
        <translation>The scheduled backup failed: {why}</translation>
    </message>
    <message>
        <location filename="../../app/ui/technician/session.py"/>
        <source>La session de {name} s’est terminée à {hour}, après 30 minutes sans activité.</source>
        <translation>{name}’s session ended at {hour}, after 30 minutes without activity.</translation>
    </message>
    <message>
        <location filename="../../app/ui/technician/session.py"/>
        <source>La session de {name} était restée ouverte : elle est terminée, à la dernière activité ({moment}).</source>
        <translation>{name}’s session had been left open: it was ended as of the last activity ({moment}).</translation>
    </message>
    <message>
        <location filename="../../app/ui/technician/start_dialog.py"/>
        <source>La session se ferme avec son intervention.</source>
        <translation>The session closes with its intervention.</translation>
    </message>
    <message>
        <location filename="../../app/ui/sync/words.py"/>
        <source>La synchronisation est arrêtée</source>
        <translation>Synchronisation has stopped</translation>
    </message>
    <message>
        <location filename="../../app/domain/article_parts.py"/>
        <source>La tranche qu’atteint la quantité totale fixe le prix de toutes les unités.</source>
        <translation>The tier reached by the total quantity sets the price of every unit.</translation>
    </message>
    <message>
        <location filename="../../app/commands/sync.py"/>
        <source>La valeur de ce poste est abandonnée ; l’enregistrement reste tel qu’il est.</source>
        <translation>This PC’s value is given up; the record stays as it is.</translation>
    </message>
    <message>
        <location filename="../../app/commands/sync.py"/>
        <source>La valeur de ce poste est gardée ; elle part au prochain échange.</source>
        <translation>This computer’s value is kept; it goes with the next exchange.</translation>
    </message>
    <message>
        <location filename="../../app/domain/backup_eligibility.py"/>
        <source>La version de Windows n’est pas connue. Ouvrez Parclair sur ce poste et choisissez « Ajouter ce PC », ou écrivez la version dans la fiche du matériel.</source>
        <translation>The Windows version is not known. Open Parclair on that PC and choose “Add this PC”, or write the version into its record.</translation>
    </message>
    <message>
        <location filename="../../app/domain/backup_eligibility.py"/>
        <source>La version n’est pas reconnue. Écrivez-la dans la fiche du matériel, par exemple « Windows 11 24H2 ».</source>
        <translation>The version is not recognised. Write it into the record, for example “Windows 11 24H2”.</translation>
    </message>
    <message>
        <location filename="../../app/domain/managed_services.py"/>
        <source>La ville du site n’est pas renseignée.</source>
        <translation>The city of the site is not filled in.</translation>
    </message>
    <message>
        <location filename="../../app/ui/tour.py"/>
        <source>La visite s’arrête à « {step} » : {reason}.</source>
        <translation>The tour stops at “{step}”: {reason}.</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/chores.py"/>
        <source>La vérification a trouvé le dépôt abîmé. {step}</source>
        <translation>The check found the repository damaged. {step}</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/endings.py"/>
        <source>La vérification a échoué : {why}</source>
        <translation>The verification failed: {why}</translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/data.py"/>
        <source>La vérification lit toute la base et ne change rien.</source>
        <translation>The check reads the whole database and changes nothing.</translation>
    </message>
    <message>
        <location filename="../../app/ui/sync/inbox_words.py"/>
        <source>Laisser en attente</source>
        <translation>Leave it waiting</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/dialogs.py"/>
        <source>Laissez vide pour garder celui qui est connu.</source>
        <translation>Leave empty to keep the one that is known.</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/pdf_dialog.py"/>
        <source>Langue</source>
        <translation>Language</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/resign.py"/>
        <source>Langue de la lettre</source>
        <translation>Language of the letter</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/pdf_dialog.py"/>
        <source>Langue du document</source>
        <translation>Language of the document</translation>
    </message>
    <message>
        <location filename="../../app/ui/documents/preview_bar.py"/>
        <source>Largeur</source>
        <translation>Width</translation>
    </message>
    <message>
        <location filename="../../app/domain/article_services.py"/>
        <source>Le Client affecte les appareils aux utilisateurs de son choix et change d’utilisateur à tout moment, sans limite et sans en informer le Prestataire.</source>
        <translation>The Customer assigns the devices to users of its choice and changes users at any time, without limit and without informing the Provider.</translation>
    </message>
    <message>
        <location filename="../../app/domain/article_parts.py"/>
        <source>Le Client contracte pour les besoins de son activité professionnelle.</source>
        <translation>The Customer enters into this contract for the purposes of its business.</translation>
    </message>
    <message>
        <location filename="../../app/domain/article_parts.py"/>
        <source>Le Client fait connaître ses intentions par écrit, {ways}.</source>
        <translation>The Customer makes its intentions known in writing, {ways}.</translation>
    </message>
    <message>
        <location filename="../../app/domain/article_parts.py"/>
        <source>Le Client met fin au contrat pour le terme de la période en cours, avec un préavis de {notice} : la résiliation doit avoir pris date au moins {notice} avant le dernier jour de cette période. À défaut, le contrat est reconduit.</source>
        <translation>The Customer may end the contract at the end of the current term, with a notice period of {notice}: notice must be dated at least {notice} before the last day of that term. Failing this, the contract renews.</translation>
    </message>
    <message>
        <location filename="../../app/domain/article_parts.py"/>
        <source>Le Client met fin au contrat pour le terme de la période en cours, sans préavis : il suffit que la résiliation ait pris date au plus tard le dernier jour de cette période. À défaut, le contrat est reconduit.</source>
        <translation>The Customer may end the contract at the end of the current term, without a notice period: it is enough that notice is dated no later than the last day of that term. Failing this, the contract renews.</translation>
    </message>
    <message>
        <location filename="../../app/ui/tour_contracts.py"/>
        <source>Le PDF rangé dans Documents</source>
        <translation>The PDF filed in Documents</translation>
    </message>
    <message>
        <location filename="../../app/domain/article_services.py"/>
        <source>Le Prestataire assure les prestations qui suivent.</source>
        <translation>The Provider supplies the following services.</translation>
    </message>
    <message>
        <location filename="../../app/domain/article_services.py"/>
        <source>Le Prestataire peut demander une étude complémentaire du dossier.</source>
        <translation>The Provider may ask for a further review of the application.</translation>
    </message>
    <message>
        <location filename="../../app/domain/article_services.py"/>
        <source>Le Prestataire peut racheter le matériel dont le Client est propriétaire, sur une liste qui en donne les modèles, les configurations, les numéros de série et l’état estimé.</source>
        <translation>The Provider may buy back the equipment that the Customer owns, from a list giving its models, configurations, serial numbers and estimated condition.</translation>
    </message>
    <message>
        <location filename="../../app/domain/article_parts.py"/>
        <source>Le Prestataire prend ensuite contact avec le Client pour confirmer la résiliation.</source>
        <translation>The Provider then contacts the Customer to confirm the end of the contract.</translation>
    </message>
    <message>
        <location filename="../../app/domain/article_services.py"/>
        <source>Le Prestataire répond en {minutes} au plus, comptées pendant les heures d’ouverture.</source>
        <translation>The Provider answers within {minutes}, counted during opening hours.</translation>
    </message>
    <message>
        <location filename="../../app/domain/eligibility.py"/>
        <source>Le SIREN est valide.</source>
        <translation>The SIREN is valid.</translation>
    </message>
    <message>
        <location filename="../../app/domain/eligibility.py"/>
        <source>Le SIREN n’est pas renseigné.</source>
        <translation>The SIREN has not been entered.</translation>
    </message>
    <message>
        <location filename="../../app/domain/eligibility.py"/>
        <source>Le SIREN n’est pas valide. Attendu : {allowed}.</source>
        <translation>The SIREN is not valid. Expected: {allowed}.</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/live_panel.py"/>
        <source>Le calcul apparaît ici.</source>
        <translation>The result appears here.</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/intervention_dialogs.py"/>
        <source>Le chronomètre a tourné plus d’un jour : indiquez quand le travail s’est vraiment terminé.</source>
        <translation>The timer ran for more than a day: say when the work really ended.</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/intervention_dialogs.py"/>
        <source>Le chronomètre part maintenant. La demande {number} passe « En cours ».</source>
        <translation>The timer starts now. Request {number} becomes “In progress”.</translation>
    </message>
    <message>
        <location filename="../../app/documents/contract_sections.py"/>
        <source>Le client</source>
        <translation>The customer</translation>
    </message>
    <message>
        <location filename="../../app/services/technician_codes.py"/>
        <source>Le code ne peut pas être contrôlé. {reason}</source>
        <translation>The code cannot be checked. {reason}</translation>
    </message>
    <message>
        <location filename="../../app/server/ratings/pages.py"/>
        <source>Le commentaire est trop long : {n} caractères au plus.</source>
        <translation>The comment is too long: at most {n} characters.</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/review_step.py"/>
        <source>Le contrat</source>
        <translation>The contract</translation>
    </message>
    <message>
        <location filename="../../app/domain/term_reasons.py"/>
        <source>Le contrat court jusqu’à la fin de l’engagement, le {end}.</source>
        <translation>The contract runs until the end of the commitment, {end}.</translation>
    </message>
    <message>
        <location filename="../../app/services/support_cover.py"/>
        <source>Le contrat du matériel passe d’abord, puis l’infogérance liée à sa location, puis le contrat de support du logiciel. Sans contrat qui couvre la demande, l’aide est facturée.</source>
        <translation>The equipment’s own contract comes first, then the managed IT tied to its rental, then the software support contract. Where no contract covers the request, help is billed.</translation>
    </message>
    <message>
        <location filename="../../app/ui/tour_contracts.py"/>
        <source>Le contrat en PDF, avant de l’imprimer</source>
        <translation>The contract as a PDF, before it is printed</translation>
    </message>
    <message>
        <location filename="../../app/domain/managed_services.py"/>
        <source>Le contrat enregistré ne dit pas quelles prestations nomme le devis : vérifiez-le.</source>
        <translation>The contract on record does not say which services the quote names: check the quote.</translation>
    </message>
    <message>
        <location filename="../../app/domain/article_parts.py"/>
        <source>Le contrat est conclu pour une durée d’engagement de {length} à compter de sa date de départ.</source>
        <translation>The contract is made for a commitment of {length} from its start date.</translation>
    </message>
    <message>
        <location filename="../../app/server/sync/checks.py"/>
        <source>Le contrat est signé : seul le prestataire modifie {fields}.</source>
        <translation>The contract is signed: only the provider changes {fields}.</translation>
    </message>
    <message>
        <location filename="../../app/domain/term_reasons.py"/>
        <source>Le contrat finit au terme du préavis, mais jamais avant la fin de l’engagement.</source>
        <translation>The contract ends when the notice period does, but never before the end of the commitment.</translation>
    </message>
    <message>
        <location filename="../../app/domain/term_reasons.py"/>
        <source>Le contrat finit de lui-même le {end} ; il reste à choisir la suite.</source>
        <translation>The contract ends by itself on {end}; what comes next is still to be chosen.</translation>
    </message>
    <message>
        <location filename="../../app/domain/term_reasons.py"/>
        <source>Le contrat finit de lui-même : il n’y a pas d’échéance de résiliation.</source>
        <translation>The contract ends by itself: there is no termination deadline.</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/resign.py"/>
        <source>Le contrat finit le</source>
        <translation>The contract ends on</translation>
    </message>
    <message>
        <location filename="../../app/domain/term_reasons.py"/>
        <source>Le contrat finit le dernier jour de la période où tombe la fin du préavis.</source>
        <translation>The contract ends on the last day of the term in which the notice period ends.</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/follow_up.py"/>
        <source>Le contrat finit le {day}.</source>
        <translation>The contract ends on {day}.</translation>
    </message>
    <message>
        <location filename="../../app/domain/article_parts.py"/>
        <source>Le contrat ne peut prendre fin avant le terme de la durée d’engagement ; ensuite, le Client y met fin à tout moment, sans préavis.</source>
        <translation>The contract cannot end before the commitment is over; after that, the Customer may end it at any time, without a notice period.</translation>
    </message>
    <message>
        <location filename="../../app/domain/article_parts.py"/>
        <source>Le contrat ne peut prendre fin avant le terme de la durée d’engagement ; il cesse à ce terme sans que le Client ait à le dénoncer.</source>
        <translation>The contract cannot end before the commitment is over; it then ceases without the Customer having to give notice.</translation>
    </message>
    <message>
        <location filename="../../app/domain/article_parts.py"/>
        <source>Le contrat ne peut prendre fin avant le terme de la durée d’engagement ; pour ce terme ou à tout moment ensuite, le Client y met fin avec un préavis de {notice}.</source>
        <translation>The contract cannot end before the commitment is over; for that date or at any time afterwards, the Customer may end it with a notice period of {notice}.</translation>
    </message>
    <message>
        <location filename="../../app/domain/article_parts.py"/>
        <source>Le contrat porte sur le matériel « {kind} » ; il est conclu pour une durée d’engagement de {length} à compter de sa date de départ.</source>
        <translation>The contract covers equipment of the kind “{kind}”; it is made for a commitment of {length} from its start date.</translation>
    </message>
    <message>
        <location filename="../../app/documents/resignation_letter.py"/>
        <source>Le contrat prendra fin au terme de l’engagement, le {day}.</source>
        <translation>The contract will end with the commitment, on {day}.</translation>
    </message>
    <message>
        <location filename="../../app/documents/resignation_letter.py"/>
        <source>Le contrat prendra fin le {day}.</source>
        <translation>The contract will end on {day}.</translation>
    </message>
    <message>
        <location filename="../../app/ui/tour_contracts.py"/>
        <source>Le contrat qui en dépend</source>
        <translation>The contract that depends on it</translation>
    </message>
    <message>
        <location filename="../../app/documents/resignation_letter.py"/>
        <source>Le contrat suivant lui est lié :</source>
        <translation>The following contract is tied to it:</translation>
    </message>
    <message>
        <location filename="../../app/services/resignation_reading.py"/>
        <source>Le contrat {number} ({offer}) est lié à celui-ci et ne peut pas continuer sans lui : résiliez les deux.</source>
        <translation>Contract {number} ({offer}) is tied to this one and cannot go on without it: terminate both.</translation>
    </message>
    <message>
        <location filename="../../app/services/resignation_reading.py"/>
        <source>Le contrat {number} a pris fin de lui-même le {day} : il n’y a rien à résilier.</source>
        <translation>Contract {number} ended by itself on {day}: there is nothing to terminate.</translation>
    </message>
    <message>
        <location filename="../../app/domain/support_cover.py"/>
        <source>Le contrat {number} comprend l’assistance ({offer}).</source>
        <translation>Contract {number} includes support ({offer}).</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/conditions.py"/>
        <source>Le contrat {number} compte cette licence, mais on ne sait pas quel poste la porte. Notez son numéro de licence ou son contrat dans la fiche du poste.</source>
        <translation>Contract {number} counts this licence, but which PC has it is not known. Enter its licence number or its contract in the PC’s sheet.</translation>
    </message>
    <message>
        <location filename="../../app/services/claim_reading.py"/>
        <source>Le contrat {number} de {name} n’est qu’un brouillon : il ne couvre rien tant qu’il n’est pas signé.</source>
        <translation>Contract {number} of {name} is only a draft: it covers nothing until it is signed.</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/actions.py"/>
        <source>Le contrat {number} est actif.</source>
        <translation>Contract {number} is active.</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/actions.py"/>
        <source>Le contrat {number} est enregistré.</source>
        <translation>Contract {number} is recorded.</translation>
    </message>
    <message>
        <location filename="../../app/domain/offers.py"/>
        <source>Le contrat {number} est incomplet, ou vient d’une version plus récente de Parclair : ses dates et ses prix manquent ici. Ils reviendront dès que le contrat sera complet ou que Parclair sera à jour.</source>
        <translation>Contract {number} is incomplete, or comes from a newer version of Parclair: its dates and prices are missing here. They will be back as soon as the contract is complete or Parclair is up to date.</translation>
    </message>
    <message>
        <location filename="../../app/services/contract_obstacles.py"/>
        <source>Le contrat {number} est lié à celui-ci et ne peut pas continuer sans lui : résiliez-le aussi.</source>
        <translation>Contract {number} is tied to this one and cannot go on without it: terminate it too.</translation>
    </message>
    <message>
        <location filename="../../app/services/contracts.py"/>
        <source>Le contrat {number} est terminé : sa quantité ne change plus.</source>
        <translation>Contract {number} has ended: its quantity no longer changes.</translation>
    </message>
    <message>
        <location filename="../../app/services/support_services.py"/>
        <source>Le contrat {number} est terminé : ses prestations ne changent plus.</source>
        <translation>Contract {number} has ended: its services no longer change.</translation>
    </message>
    <message>
        <location filename="../../app/services/contract_moves.py"/>
        <source>Le contrat {number} est « {old} » : il ne peut pas devenir « {new} ».</source>
        <translation>Contract {number} is “{old}”: it cannot become “{new}”.</translation>
    </message>
    <message>
        <location filename="../../app/services/resignations.py"/>
        <source>Le contrat {number} est « {status} » : il n’y a rien à résilier.</source>
        <translation>Contract {number} is “{status}”: there is nothing to terminate.</translation>
    </message>
    <message>
        <location filename="../../app/domain/support_cover.py"/>
        <source>Le contrat {number} ne comporte pas de prestations d’infogérance.</source>
        <translation>Contract {number} has no managed services.</translation>
    </message>
    <message>
        <location filename="../../app/domain/support_cover.py"/>
        <source>Le contrat {number} n’est pas en cours ({status}) : il ne couvre pas la demande.</source>
        <translation>Contract {number} is not running ({status}): it does not cover the request.</translation>
    </message>
    <message>
        <location filename="../../app/services/contracts.py"/>
        <source>Le contrat {number} n’est plus un brouillon : il reste au dossier.</source>
        <translation>Contract {number} is no longer a draft: it stays on record.</translation>
    </message>
    <message>
        <location filename="../../app/services/backup_access.py"/>
        <source>Le contrôle du dépôt trouve des données manquantes ou abîmées.</source>
        <translation>The check of the repository finds missing or damaged data.</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/statistics_period.py"/>
        <source>Le dernier jour précède le premier.</source>
        <translation>The last day is before the first.</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/history.py"/>
        <source>Le dessin ne peut pas être affiché ; le tableau dit tout ce qu’il montrerait.</source>
        <translation>The chart cannot be shown; the table says everything it would show.</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/price_step.py"/>
        <source>Le devis donne</source>
        <translation>The quote gives</translation>
    </message>
    <message>
        <location filename="../../app/domain/article_services.py"/>
        <source>Le devis ne nomme aucune prestation.</source>
        <translation>The quote names no service.</translation>
    </message>
    <message>
        <location filename="../../app/system/repository_look.py"/>
        <source>Le disque de « {path} » est plein ({reason}).</source>
        <translation>The disk of “{path}” is full ({reason}).</translation>
    </message>
    <message>
        <location filename="../../app/store/errors.py"/>
        <source>Le disque est plein : {path} n’a pas pu être écrit. Ce qui était enregistré l’est toujours. Libérez de la place, puis recommencez.</source>
        <translation>The disk is full: {path} could not be written. What was saved is still there. Free some space, then try again.</translation>
    </message>
    <message>
        <location filename="../../app/store/errors.py"/>
        <source>Le disque n’a pas pu lire ou écrire {path} : il est peut-être plein ou défectueux. Ce qui était enregistré l’est toujours. Libérez de la place, vérifiez le disque, puis recommencez.</source>
        <translation>The disk could not read or write {path}: it may be full or failing. What was saved is still there. Free some space, check the disk, then try again.</translation>
    </message>
    <message>
        <location filename="../../app/documents/writing.py"/>
        <source>Le document n’a pas pu être enregistré dans « {file} » : {reason}. Rien n’a été modifié ; libérez de la place ou choisissez un autre dossier.</source>
        <translation>The document could not be saved to “{file}”: {reason}. Nothing was changed; free some space or choose another folder.</translation>
    </message>
    <message>
        <location filename="../../app/ui/documents/printing.py"/>
        <source>Le document n’a pas pu être imprimé : le fichier PDF est endommagé.</source>
        <translation>The document could not be printed: the PDF file is damaged.</translation>
    </message>
    <message>
        <location filename="../../app/services/backup_jobs.py"/>
        <source>Le dossier de données ne s’écrit pas : {reason}.</source>
        <translation>The data folder cannot be written: {reason}.</translation>
    </message>
    <message>
        <location filename="../../app/system/single_instance.py"/>
        <source>Le dossier de données n’est pas accessible en écriture : {path} ({reason}).</source>
        <translation>The data folder cannot be written: {path} ({reason}).</translation>
    </message>
    <message>
        <location filename="../../app/system/paths.py"/>
        <source>Le dossier de données n’est pas accessible en écriture : {path} ({reason}). Rien n’a été modifié. Choisissez un autre dossier avec --data-dir ou vérifiez les droits et l’espace disque.</source>
        <translation>The data folder cannot be written: {path} ({reason}). Nothing was changed. Choose another folder with --data-dir, or check the rights and the disk space.</translation>
    </message>
    <message>
        <location filename="../../app/store/errors.py"/>
        <source>Le dossier de données n’est pas accessible en écriture : {path} ({reason}). Rien n’a été modifié. Vérifiez les droits.</source>
        <translation>The data folder cannot be written: {path} ({reason}). Nothing was changed. Check the rights.</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/view.py"/>
        <source>Le dossier est {folder}</source>
        <translation>The folder is {folder}</translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/data.py"/>
        <source>Le dossier n’a pas pu être ouvert. Son chemin est ci-dessus.</source>
        <translation>The folder could not be opened. Its path is shown above.</translation>
    </message>
    <message>
        <location filename="../../app/system/repository_look.py"/>
        <source>Le dossier « {path} » contient autre chose qu’un dépôt. Choisissez un dossier vide.</source>
        <translation>The folder “{path}” holds something other than a repository. Choose an empty folder.</translation>
    </message>
    <message>
        <location filename="../../app/system/repository_look.py"/>
        <source>Le dossier « {path} » est vide.</source>
        <translation>The folder “{path}” is empty.</translation>
    </message>
    <message>
        <location filename="../../app/system/repository_look.py"/>
        <source>Le dossier « {path} » ne se lit pas : {reason}.</source>
        <translation>The folder “{path}” cannot be read: {reason}.</translation>
    </message>
    <message>
        <location filename="../../app/system/repository_look.py"/>
        <source>Le dossier « {path} » n’existe pas : le disque est-il branché ?</source>
        <translation>The folder “{path}” does not exist: is the disk plugged in?</translation>
    </message>
    <message>
        <location filename="../../app/system/repository_look.py"/>
        <source>Le dossier « {path} » sera créé.</source>
        <translation>The folder “{path}” will be created.</translation>
    </message>
    <message>
        <location filename="../../app/domain/support_clock.py"/>
        <source>Le délai ne court que pendant les heures d’ouverture. {hours}</source>
        <translation>The clock runs only during opening hours. {hours}</translation>
    </message>
    <message>
        <location filename="../../app/services/backup_access.py"/>
        <source>Le dépôt a disparu pendant l’opération : {detail}</source>
        <translation>The repository disappeared during the operation: {detail}</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/plan_password.py"/>
        <source>Le dépôt connu à cette adresse est perdu pour de bon : en créer un nouveau</source>
        <translation>The repository known at this address is lost for good: create a new one</translation>
    </message>
    <message>
        <location filename="../../app/services/backup_access.py"/>
        <source>Le dépôt est tenu par une opération en cours sur « {who} ».</source>
        <translation>The repository is held by an operation under way on “{who}”.</translation>
    </message>
    <message>
        <location filename="../../app/services/backup_access.py"/>
        <source>Le dépôt ne répond pas à temps.</source>
        <translation>The repository does not answer in time.</translation>
    </message>
    <message>
        <location filename="../../app/services/backup_access.py"/>
        <source>Le dépôt ne s’ouvre pas : adresse, identifiant ou mot de passe refusé par la destination.</source>
        <translation>The repository does not open: the destination refuses the address, user or password.</translation>
    </message>
    <message>
        <location filename="../../app/services/backup_access.py"/>
        <source>Le dépôt n’a pas pu être créé à cette adresse.</source>
        <translation>The repository could not be created at this address.</translation>
    </message>
    <message>
        <location filename="../../app/services/backup_access.py"/>
        <source>Le dépôt n’a plus répondu pendant l’opération.</source>
        <translation>The repository stopped answering during the operation.</translation>
    </message>
    <message>
        <location filename="../../app/services/backup_access.py"/>
        <source>Le dépôt n’est plus à sa place : {place}. Le disque est-il branché ?</source>
        <translation>The repository is no longer in its place: {place}. Is the disk plugged in?</translation>
    </message>
    <message>
        <location filename="../../app/system/repository_look.py"/>
        <source>Le dépôt {place} est là.</source>
        <translation>The repository {place} is there.</translation>
    </message>
    <message>
        <location filename="../../app/system/repository_look.py"/>
        <source>Le dépôt {place} n’a plus ses clés.</source>
        <translation>The repository {place} has lost its keys.</translation>
    </message>
    <message>
        <location filename="../../app/system/repository_look.py"/>
        <source>Le dépôt « {path} » n’a plus son fichier de configuration.</source>
        <translation>The repository “{path}” has lost its configuration file.</translation>
    </message>
    <message>
        <location filename="../../app/ui/documents/view.py"/>
        <source>Le fichier est demandé au serveur…</source>
        <translation>The file is being asked for from the server…</translation>
    </message>
    <message>
        <location filename="../../app/sync/blobs.py"/>
        <source>Le fichier {path} ne peut pas être écrit : {reason}.</source>
        <translation>The file {path} cannot be written: {reason}.</translation>
    </message>
    <message>
        <location filename="../../app/services/outputs.py"/>
        <source>Le fichier « {file} » n’a pas pu être écrit : {reason}. Choisissez un autre dossier ou libérez de la place.</source>
        <translation>The file “{file}” could not be written: {reason}. Choose another folder or free some space.</translation>
    </message>
    <message>
        <location filename="../../app/services/documents.py"/>
        <source>Le fichier « {name} » a été ajouté sur un autre poste, qui ne l’a pas encore envoyé au serveur.</source>
        <translation>The file “{name}” was added on another computer, which has not sent it to the server yet.</translation>
    </message>
    <message>
        <location filename="../../app/services/documents.py"/>
        <source>Le fichier « {name} » a été modifié hors de Parclair : {path}.</source>
        <translation>The file “{name}” was changed outside Parclair: {path}.</translation>
    </message>
    <message>
        <location filename="../../app/services/documents.py"/>
        <source>Le fichier « {name} » manque dans le dossier de données : {path}.</source>
        <translation>The file “{name}” is missing from the data folder: {path}.</translation>
    </message>
    <message>
        <location filename="../../app/ui/documents/preview.py"/>
        <source>Le fichier « {name} » ne peut pas être lu ({reason}).</source>
        <translation>The file “{name}” cannot be read ({reason}).</translation>
    </message>
    <message>
        <location filename="../../app/services/documents.py"/>
        <source>Le fichier « {name} » n’est pas encore sur ce PC. {reason}</source>
        <translation>The file “{name}” is not on this PC yet. {reason}</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/review_step.py"/>
        <source>Le garder comme brouillon</source>
        <translation>Keep it as a draft</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/statistics_parts.py"/>
        <source>Le graphique arrive…</source>
        <translation>The chart is on its way…</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/statistics_parts.py"/>
        <source>Le graphique ne peut pas être affiché. Les chiffres sont à côté.</source>
        <translation>The chart cannot be shown. The figures are beside it.</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/follow_up.py"/>
        <source>Le jour de l’accusé de réception. S’il diffère du jour prévu, la fin du contrat est recalculée.</source>
        <translation>The day on the acknowledgement of receipt. If it is not the day planned, the end of the contract is worked out again.</translation>
    </message>
    <message>
        <location filename="../../app/services/resignation_reading.py"/>
        <source>Le jour d’envoi conseillé, le {day}, est déjà passé : envoyez la lettre sans attendre.</source>
        <translation>The recommended sending day, {day}, is already past: send the letter without delay.</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/follow_up.py"/>
        <source>Le jour où le prestataire a confirmé la fin du contrat.</source>
        <translation>The day the provider confirmed the end of the contract.</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/follow_up.py"/>
        <source>Le jour où vous avez remis la lettre à la poste ou envoyé l’e-mail.</source>
        <translation>The day you posted the letter or sent the e-mail.</translation>
    </message>
    <message>
        <location filename="../../app/ui/sync/inbox.py"/>
        <source>Le leur</source>
        <translation>Theirs</translation>
    </message>
    <message>
        <location filename="../../app/domain/cover.py"/>
        <source>Le local ou le véhicule n’était pas fermé : rien n’a été forcé, ce n’est donc pas un vol par effraction.</source>
        <translation>The premises or the vehicle were not locked: nothing was forced, so this is not theft by burglary.</translation>
    </message>
    <message>
        <location filename="../../app/domain/cover.py"/>
        <source>Le loyer continue pendant la réparation ou le remplacement.</source>
        <translation>The rent goes on during repair or replacement.</translation>
    </message>
    <message>
        <location filename="../../app/domain/article_parts.py"/>
        <source>Le loyer reste dû pendant la réparation ou le remplacement d’un appareil.</source>
        <translation>The rent remains due while a device is repaired or replaced.</translation>
    </message>
    <message>
        <location filename="../../app/domain/end_of_rental.py"/>
        <source>Le loyer vient du devis.</source>
        <translation>The rent comes from the quote.</translation>
    </message>
    <message>
        <location filename="../../app/ui/first_run/view.py"/>
        <source>Le matériel, les contrats et les échéances de votre entreprise, au même endroit.</source>
        <translation>Your company’s equipment, contracts and deadlines, in one place.</translation>
    </message>
    <message>
        <location filename="../../app/ui/sync/inbox.py"/>
        <source>Le mien</source>
        <translation>Mine</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/notices.py"/>
        <source>Le mot de passe du dépôt n’est pas connu de ce poste : sans lui, aucune sauvegarde ne peut se faire.</source>
        <translation>This PC does not know the repository’s password: without it no backup can be made.</translation>
    </message>
    <message>
        <location filename="../../app/services/backup_access.py"/>
        <source>Le mot de passe du dépôt n’est pas dans le trousseau de ce poste.</source>
        <translation>The repository’s password is not in this PC’s keyring.</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/this_pc.py"/>
        <source>Le mot de passe et la marche à suivre, à imprimer et à mettre sous clé</source>
        <translation>The password and the steps to follow, to be printed and locked away</translation>
    </message>
    <message>
        <location filename="../../app/services/backup_access.py"/>
        <source>Le mot de passe gardé sur ce poste n’ouvre pas ce dépôt.</source>
        <translation>The password kept on this PC does not open this repository.</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/question.py"/>
        <source>Le nom qui figurera dans l’historique et les statistiques.</source>
        <translation>The name that history and statistics will show.</translation>
    </message>
    <message>
        <location filename="../../app/domain/article_services.py"/>
        <source>Le nombre de demandes n’est pas limité.</source>
        <translation>The number of requests is not limited.</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/claim_devices.py"/>
        <source>Le nouvel appareil reprend la personne et le site. Le sinistre est alors clôturé.</source>
        <translation>The new device takes over the person and the site. The claim is then closed.</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/contact_fields.py"/>
        <source>Le numéro de l’entreprise</source>
        <translation>The company’s number</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/plan_dialog.py"/>
        <source>Le plan de sauvegarde n’est pas enregistré.</source>
        <translation>The backup plan has not been saved.</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/plan_password.py"/>
        <source>Le plan est enregistré. Il reste à mettre son mot de passe à l’abri, sur papier.</source>
        <translation>The plan is saved. What is left is to put its password in a safe place, on paper.</translation>
    </message>
    <message>
        <location filename="../../app/system/schedule.py"/>
        <source>Le planificateur du système a refusé la tâche : les sauvegardes se font tant que la fenêtre est ouverte. Le plan est enregistré.</source>
        <translation>The system’s scheduler refused the task: backups run while the window is open. The plan is saved.</translation>
    </message>
    <message>
        <location filename="../../app/server/commands.py"/>
        <source>Le poste {name} n’a plus d’accès.</source>
        <translation>The computer {name} no longer has access.</translation>
    </message>
    <message>
        <location filename="../../app/documents/contract_sections.py"/>
        <source>Le prestataire</source>
        <translation>The provider</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/follow_up.py"/>
        <source>Le prestataire a confirmé. {end}</source>
        <translation>The provider has confirmed. {end}</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/claim_detail.py"/>
        <source>Le prestataire a refusé. Vous pouvez rouvrir le sinistre s’il change d’avis.</source>
        <translation>The provider refused. You can reopen the claim should they change their mind.</translation>
    </message>
    <message>
        <location filename="../../app/sync/errors.py"/>
        <source>Le prestataire a retiré l’accès de ce poste. Vos données restent ici ; demandez un nouveau code pour vous reconnecter.</source>
        <translation>The provider has withdrawn this computer’s access. Your data stays here; ask for a new code to connect again.</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/follow_up.py"/>
        <source>Le prestataire a reçu la lettre ; il reste à obtenir sa confirmation. {end}</source>
        <translation>The provider has received the letter; the confirmation is still to come. {end}</translation>
    </message>
    <message>
        <location filename="../../app/domain/article_parts.py"/>
        <source>Le prix convenu au devis est de {amount} HT par mois et {unit}.</source>
        <translation>The price agreed in the quote is {amount} excl. VAT per month, {unit}.</translation>
    </message>
    <message>
        <location filename="../../app/domain/article_parts.py"/>
        <source>Le prix est de {amount} HT par mois et {unit}, quelle que soit la quantité.</source>
        <translation>The price is {amount} excl. VAT per month, {unit}, whatever the quantity.</translation>
    </message>
    <message>
        <location filename="../../app/domain/article_parts.py"/>
        <source>Le prix est dû chaque mois, que le Client ait ou non recours au service.</source>
        <translation>The price is due every month, whether or not the Customer uses the service.</translation>
    </message>
    <message>
        <location filename="../../app/domain/article_parts.py"/>
        <source>Le prix est facturé par mois civil.</source>
        <translation>The price is billed by calendar month.</translation>
    </message>
    <message>
        <location filename="../../app/domain/article_parts.py"/>
        <source>Le prix est facturé par périodes d’un mois, comptées depuis la date de départ du contrat.</source>
        <translation>The price is billed by periods of one month, counted from the start date of the contract.</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/small_dialogs.py"/>
        <source>Le prix est recalculé avec la grille gardée dans le contrat. Le changement reste dans l’historique.</source>
        <translation>The price is worked out again from the table kept in the contract. The change stays in the history.</translation>
    </message>
    <message>
        <location filename="../../app/domain/article_parts.py"/>
        <source>Le prix mensuel comprend : {included}.</source>
        <translation>The monthly price includes: {included}.</translation>
    </message>
    <message>
        <location filename="../../app/domain/end_of_rental.py"/>
        <source>Le prix vient du devis du prestataire, qui reste à demander.</source>
        <translation>The price comes from the provider’s quote, which is still to be requested.</translation>
    </message>
    <message>
        <location filename="../../app/domain/article_parts.py"/>
        <source>Le prix, par mois et {unit}, est fixé par la grille suivante : {rows}.</source>
        <translation>The price per month, {unit}, is set by the following table: {rows}.</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/resign.py"/>
        <source>Le préavis compte à partir du jour où le prestataire le reçoit.</source>
        <translation>Notice counts from the day the provider receives it.</translation>
    </message>
    <message>
        <location filename="../../app/services/resignation_reading.py"/>
        <source>Le préavis est reçu avant le début du contrat, le {day}.</source>
        <translation>Notice is received before the contract starts, on {day}.</translation>
    </message>
    <message>
        <location filename="../../app/domain/article_parts.py"/>
        <source>Le présent contrat a pour objet {what}, par {provider}, ci-après « le Prestataire », au profit du client désigné en tête des présentes, ci-après « le Client », aux conditions de l’offre « {offer} », version {version}.</source>
        <translation>The subject of this contract is {what} by {provider} (the “Provider”) to the customer named at the head of this document (the “Customer”), on the terms of the offer “{offer}”, version {version}.</translation>
    </message>
    <message>
        <location filename="../../app/domain/article_services.py"/>
        <source>Le présent contrat est indissociable d’un contrat de location en cours auprès du même Prestataire ; il ne peut être signé sans lui.</source>
        <translation>This contract cannot be separated from a current rental contract with the same Provider; it cannot be signed without one.</translation>
    </message>
    <message>
        <location filename="../../app/domain/article_parts.py"/>
        <source>Le présent document ne vaut pas facture.</source>
        <translation>This document is not an invoice.</translation>
    </message>
    <message>
        <location filename="../../app/sync/errors.py"/>
        <source>Le serveur a des données d’une version plus récente de Parclair. Vos changements partent ; ceux des autres arriveront après la mise à jour de ce poste.</source>
        <translation>The server has data of a newer version of Parclair. Your changes are sent; those of others will arrive once this computer is updated.</translation>
    </message>
    <message>
        <location filename="../../app/sync/http.py"/>
        <source>Le serveur a refusé la demande ({status}).</source>
        <translation>The server refused the request ({status}).</translation>
    </message>
    <message>
        <location filename="../../app/server/cli.py"/>
        <source>Le serveur de Parclair.</source>
        <translation>The Parclair server.</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/words.py"/>
        <source>Le serveur de sauvegarde de votre prestataire.</source>
        <translation>Your provider’s backup server.</translation>
    </message>
    <message>
        <location filename="../../app/sync/errors.py"/>
        <source>Le serveur demande une version plus récente de Parclair. Ce qui attend est gardé et partira ensuite.</source>
        <translation>The server asks for a newer version of Parclair. What is waiting is kept and will be sent afterwards.</translation>
    </message>
    <message>
        <location filename="../../app/ui/sync/connect_dialog.py"/>
        <source>Le serveur est interrogé…</source>
        <translation>Asking the server…</translation>
    </message>
    <message>
        <location filename="../../app/sync/errors.py"/>
        <source>Le serveur est occupé : nouvel essai dans {n} min. Rien n’est perdu.</source>
        <translation>The server is busy: next try in {n} min. Nothing is lost.</translation>
    </message>
    <message>
        <location filename="../../app/sync/errors.py"/>
        <source>Le serveur est occupé : nouvel essai dans {seconds} s. Rien n’est perdu.</source>
        <translation>The server is busy: trying again in {seconds} s. Nothing is lost.</translation>
    </message>
    <message>
        <location filename="../../app/sync/errors.py"/>
        <source>Le serveur ne connaît plus l’accès de ce poste. Rien n’est perdu : vos données et ce qui attend restent ici ; demandez un nouveau code pour vous reconnecter.</source>
        <translation>The server no longer knows this computer’s access. Nothing is lost: your data and what is waiting stay here; ask for a new code to connect again.</translation>
    </message>
    <message>
        <location filename="../../app/ui/sync/connect_dialog.py"/>
        <source>Le serveur ne répond pas pour l’instant. Vous pouvez fermer cette fenêtre : l’échange reprendra tout seul.</source>
        <translation>The server does not answer at the moment. You can close this window: the exchange will go on by itself.</translation>
    </message>
    <message>
        <location filename="../../app/ui/sync/inbox_words.py"/>
        <source>Le serveur n’a pas accepté ce changement. Ce que vous aviez saisi est gardé jusqu’à votre choix.</source>
        <translation>The server did not accept this change. What you had entered is kept until you choose.</translation>
    </message>
    <message>
        <location filename="../../app/ui/first_run/receiving.py"/>
        <source>Le serveur n’a pas encore la fiche de votre entreprise : remplissez-la ci-dessus, elle partira aussitôt.</source>
        <translation>The server does not have your company’s record yet: fill it in above, it will be sent at once.</translation>
    </message>
    <message>
        <location filename="../../app/system/repository_look.py"/>
        <source>Le serveur {host} est en panne (erreur {status}).</source>
        <translation>The server {host} is out of order (error {status}).</translation>
    </message>
    <message>
        <location filename="../../app/system/repository_look.py"/>
        <source>Le serveur {host} ne répond pas ({reason}).</source>
        <translation>The server {host} does not answer ({reason}).</translation>
    </message>
    <message>
        <location filename="../../app/system/repository_look.py"/>
        <source>Le serveur {host} refuse l’identifiant ou le mot de passe d’accès.</source>
        <translation>The server {host} refuses the user or the access password.</translation>
    </message>
    <message>
        <location filename="../../app/system/repository_look.py"/>
        <source>Le serveur {host} répond, mais pas comme un dépôt de sauvegarde (réponse {status}).</source>
        <translation>The server {host} answers, but not as a backup repository (answer {status}).</translation>
    </message>
    <message>
        <location filename="../../app/system/repository_look.py"/>
        <source>Le serveur {host} répond, mais pas comme un dépôt de sauvegarde.</source>
        <translation>The server {host} answers, but not as a backup repository.</translation>
    </message>
    <message>
        <location filename="../../app/system/repository_look.py"/>
        <source>Le serveur {host} répond.</source>
        <translation>The server {host} answers.</translation>
    </message>
    <message>
        <location filename="../../app/system/repository_look.py"/>
        <source>Le serveur {host} répond ; il n’y a pas encore de dépôt à cette adresse.</source>
        <translation>The server {host} answers; there is no repository at this address yet.</translation>
    </message>
    <message>
        <location filename="../../app/server/ratings/pages.py"/>
        <source>Le service ne répond pas pour le moment. Rouvrez le lien du mail dans quelques minutes : il dira si votre avis est enregistré.</source>
        <translation>The service is not responding at the moment. Open the link in the mail again in a few minutes: it will say whether your rating has been recorded.</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/claim_detail.py"/>
        <source>Le sinistre a été retiré.</source>
        <translation>The claim was withdrawn.</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/claim_assistant.py"/>
        <source>Le sinistre n’est pas déclaré.</source>
        <translation>The claim has not been declared.</translation>
    </message>
    <message>
        <location filename="../../app/services/claims.py"/>
        <source>Le sinistre {number} ({type}) est déjà en cours pour {name}.</source>
        <translation>Claim {number} ({type}) is already open for {name}.</translation>
    </message>
    <message>
        <location filename="../../app/services/claim_rules.py"/>
        <source>Le sinistre {number} ({what}) est « {old} » : un appareil disparu ne peut pas devenir « {new} ».</source>
        <translation>Claim {number} ({what}) is “{old}”: a device that is gone cannot become “{new}”.</translation>
    </message>
    <message>
        <location filename="../../app/services/claim_rules.py"/>
        <source>Le sinistre {number} ({what}) n’est pas couvert : le prestataire ne remplace pas {name}. Un appareil acheté peut prendre sa place ; si le prestataire accepte quand même, notez d’abord la prise en charge.</source>
        <translation>Claim {number} ({what}) is not covered: the provider does not replace {name}. A device you bought may take its place; if the provider accepts all the same, first record that the claim was taken in hand.</translation>
    </message>
    <message>
        <location filename="../../app/services/claim_rules.py"/>
        <source>Le sinistre {number} est « {old} » : il ne peut pas devenir « {new} ».</source>
        <translation>Claim {number} is “{old}”: it cannot become “{new}”.</translation>
    </message>
    <message>
        <location filename="../../app/services/claim_rules.py"/>
        <source>Le sinistre {number} est « {status} » : il est réglé.</source>
        <translation>Claim {number} is “{status}”: it is settled.</translation>
    </message>
    <message>
        <location filename="../../app/services/office.py"/>
        <source>Le site « {name} » ne peut pas être supprimé : il porte encore {standing}. Déplacez d’abord le matériel et les collaborateurs ; ses contrats doivent être terminés.</source>
        <translation>The site “{name}” cannot be deleted: it still has {standing}. Move the equipment and the people first; its contracts must have ended.</translation>
    </message>
    <message>
        <location filename="../../app/domain/cover.py"/>
        <source>Le support appelle {n} min après la déclaration au plus tard ; l’offre ne donne pas d’horaires.</source>
        <translation>Support calls within {n} min of the declaration; the offer gives no hours.</translation>
    </message>
    <message>
        <location filename="../../app/domain/cover.py"/>
        <source>Le support peut prendre la main à distance, sans limite du nombre d’interventions.</source>
        <translation>Support may take remote control, as often as needed.</translation>
    </message>
    <message>
        <location filename="../../app/ui/technician/confirmation.py"/>
        <source>Le technicien vous le donne : 8 chiffres, ou 6 si ce poste est hors ligne. Chaque code ne sert qu’une fois.</source>
        <translation>The technician gives it to you: 8 digits, or 6 if this computer is offline. Each code works only once.</translation>
    </message>
    <message>
        <location filename="../../app/domain/article_services.py"/>
        <source>Le transport des appareils est à la charge du Client.</source>
        <translation>Shipping of the devices is charged to the Customer.</translation>
    </message>
    <message>
        <location filename="../../app/domain/article_services.py"/>
        <source>Le transport des appareils n’est jamais à la charge du Client.</source>
        <translation>Shipping of the devices is never charged to the Customer.</translation>
    </message>
    <message>
        <location filename="../../app/domain/cover.py"/>
        <source>Le transport n’est pas facturé.</source>
        <translation>Shipping is not charged.</translation>
    </message>
    <message>
        <location filename="../../app/domain/term_reasons.py"/>
        <source>Le {as_of} est dans la reconduction n° {index}, {term}.</source>
        <translation>{as_of} falls in renewal no. {index}, {term}.</translation>
    </message>
    <message>
        <location filename="../../app/domain/term_reasons.py"/>
        <source>Le {as_of} est dans l’engagement, {term}.</source>
        <translation>{as_of} falls in the commitment, {term}.</translation>
    </message>
    <message>
        <location filename="../../app/domain/term_reasons.py"/>
        <source>Le {as_of}, cette échéance est déjà passée.</source>
        <translation>On {as_of}, this deadline has already passed.</translation>
    </message>
    <message>
        <location filename="../../app/domain/term_reasons.py"/>
        <source>Le {as_of}, cette échéance est déjà passée ; la suivante est le {next}.</source>
        <translation>On {as_of}, this deadline has already passed; the next one is {next}.</translation>
    </message>
    <message>
        <location filename="../../app/domain/term_reasons.py"/>
        <source>Le {as_of}, le contrat n’a pas commencé : la première période est l’engagement, {term}.</source>
        <translation>On {as_of}, the contract has not started: the first term is the commitment, {term}.</translation>
    </message>
    <message>
        <location filename="../../app/domain/term_reasons.py"/>
        <source>Le {as_of}, l’engagement est passé : durée indéterminée, {term}.</source>
        <translation>On {as_of}, the commitment is over: open-ended, {term}.</translation>
    </message>
    <message>
        <location filename="../../app/domain/term_reasons.py"/>
        <source>Le {as_of}, l’engagement, {term}, est terminé et rien ne le prolonge.</source>
        <translation>On {as_of}, the commitment, {term}, is over and nothing extends it.</translation>
    </message>
    <message>
        <location filename="../../app/domain/support_clock.py"/>
        <source>Le {at}, l’assistance est fermée. Elle ouvre le {start}.</source>
        <translation>On {at}, support is closed. It opens on {start}.</translation>
    </message>
    <message>
        <location filename="../../app/domain/support_clock.py"/>
        <source>Le {at}, l’assistance est ouverte. Elle ferme le {end}.</source>
        <translation>On {at}, support is open. It closes on {end}.</translation>
    </message>
    <message>
        <location filename="../../app/domain/term_reasons.py"/>
        <source>Le {day} est un dimanche : l’échéance reste ce jour-là, mieux vaut s’y prendre avant.</source>
        <translation>{day} is a Sunday: the deadline stays on that day, it is safer to act before.</translation>
    </message>
    <message>
        <location filename="../../app/domain/term_reasons.py"/>
        <source>Le {day} est un samedi : l’échéance reste ce jour-là, mieux vaut s’y prendre avant.</source>
        <translation>{day} is a Saturday: the deadline stays on that day, it is safer to act before.</translation>
    </message>
    <message>
        <location filename="../../app/domain/delivery.py"/>
        <source>Le {day} n’est pas ouvré : {reason}.</source>
        <translation>{day} is not a working day: {reason}.</translation>
    </message>
    <message>
        <location filename="../../app/domain/support_clock.py"/>
        <source>Le {day} : fermé, {reason}.</source>
        <translation>{day}: closed, {reason}.</translation>
    </message>
    <message>
        <location filename="../../app/domain/term_reasons.py"/>
        <source>Le {end} appartient à la période {term}.</source>
        <translation>{end} falls in the period {term}.</translation>
    </message>
    <message>
        <location filename="../../app/domain/term_reasons.py"/>
        <source>Le {reached} appartient à la période {term}.</source>
        <translation>{reached} falls in the period {term}.</translation>
    </message>
    <message>
        <location filename="../../app/ui/equipment/this_pc_button.py"/>
        <source>Lecture de ce PC…</source>
        <translation>Reading this PC…</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/thread.py"/>
        <source>Lecture de la demande…</source>
        <translation>Reading the request…</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/restore_steps.py"/>
        <source>Lecture de la liste des fichiers… La première fois, cela peut prendre une minute.</source>
        <translation>Reading the list of files… The first time, this may take a minute.</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/new_request.py"/>
        <source>Lecture de vos contrats…</source>
        <translation>Reading your contracts…</translation>
    </message>
    <message>
        <location filename="../../app/ui/equipment/view.py"/>
        <source>Lecture de {n} machines…</source>
        <translation>Reading {n} machines…</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/statistics.py"/>
        <source>Lecture des chiffres…</source>
        <translation>Reading the figures…</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/machine_picker.py"/>
        <source>Lecture des machines…</source>
        <translation>Reading the machines…</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/restore_steps.py"/>
        <source>Lecture des sauvegardes du dépôt…</source>
        <translation>Reading the backups in the repository…</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/subscribe.py"/>
        <source>Lecture du prix…</source>
        <translation>Reading the price…</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/words.py"/>
        <source>Lent, ou par moments : on continue.</source>
        <translation>Slow, or now and then: work goes on.</translation>
    </message>
    <message>
        <location filename="../../app/ui/sync/connect_dialog.py"/>
        <source>Les SIREN diffèrent : si ce n’est pas votre entreprise, annulez et demandez un autre code.</source>
        <translation>The SIRENs differ: if this is not your company, cancel and ask for another code.</translation>
    </message>
    <message>
        <location filename="../../app/server/commands.py"/>
        <source>Les accès sont ceux de la copie pour {n} d’entre elles : retirez de nouveau ceux qui l’ont été depuis.</source>
        <translation>For {n} of them access is as in the copy: withdraw again what was withdrawn since.</translation>
    </message>
    <message>
        <location filename="../../app/services/backup_jobs.py"/>
        <source>Les anciennes sauvegardes n’ont pas pu être supprimées : {reason}</source>
        <translation>The old backups could not be removed: {reason}</translation>
    </message>
    <message>
        <location filename="../../app/domain/article_services.py"/>
        <source>Les appareils sont livrés avec les logiciels convenus.</source>
        <translation>The devices are delivered with the agreed software.</translation>
    </message>
    <message>
        <location filename="../../app/domain/article_services.py"/>
        <source>Les appareils sont livrés dans un délai de {span} après la signature du contrat.</source>
        <translation>The devices are delivered within {span} of the signature of the contract.</translation>
    </message>
    <message>
        <location filename="../../app/domain/article_services.py"/>
        <source>Les appareils sont livrés dans un délai de {span} après la signature électronique du contrat.</source>
        <translation>The devices are delivered within {span} of the electronic signature of the contract.</translation>
    </message>
    <message>
        <location filename="../../app/domain/article_services.py"/>
        <source>Les appareils sont livrés sans configuration particulière ; le Client y installe les logiciels de son choix.</source>
        <translation>The devices are delivered without any particular set-up; the Customer installs the software of its choice.</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/statistics.py"/>
        <source>Les chiffres viennent avec la première intervention terminée d’un technicien. Un avis est proposé ensuite.</source>
        <translation>Figures appear once a technician has finished the first intervention. You can then rate it.</translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/appearance.py"/>
        <source>Les choix prennent effet tout de suite. Ils ne concernent que ce PC.</source>
        <translation>Choices take effect at once. They concern this PC only.</translation>
    </message>
    <message>
        <location filename="../../app/ui/documents/view.py"/>
        <source>Les contrats et les lettres que vous imprimez sont conservés ici. Vous pouvez aussi y déposer vos fichiers.</source>
        <translation>The contracts and letters you print are kept here. You can also drop your own files.</translation>
    </message>
    <message>
        <location filename="../../app/documents/resignation_letter.py"/>
        <source>Les contrats suivants lui sont liés :</source>
        <translation>The following contracts are tied to it:</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/dates_step.py"/>
        <source>Les dates sont comptées à partir du début du contrat.</source>
        <translation>Dates are counted from the start of the contract.</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/all_requests.py"/>
        <source>Les demandes d’aide restent ici, avec leur fil, même une fois clôturées.</source>
        <translation>Requests for help stay here with their thread, even once they are closed.</translation>
    </message>
    <message>
        <location filename="../../app/domain/article_services.py"/>
        <source>Les demandes sont rappelées par ordre d’urgence ({order}) et, à urgence égale, de la plus ancienne à la plus récente.</source>
        <translation>Requests are called back in order of urgency ({order}) and, within the same urgency, from the oldest to the most recent.</translation>
    </message>
    <message>
        <location filename="../../app/ui/sync/inbox_detail.py"/>
        <source>Les deux boutons décident pour tous.</source>
        <translation>Both buttons decide for all of them.</translation>
    </message>
    <message>
        <location filename="../../app/ui/sync/connect_dialog.py"/>
        <source>Les deux côtés</source>
        <translation>Both sides</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/plan_what.py"/>
        <source>Les données de &amp;GestiClean</source>
        <translation>&amp;GestiClean’s data</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/plan_what.py"/>
        <source>Les données de &amp;Parclair</source>
        <translation>&amp;Parclair’s data</translation>
    </message>
    <message>
        <location filename="../../app/ui/application.py"/>
        <source>Les données n’ont pas pu être ouvertes</source>
        <translation>The data could not be opened</translation>
    </message>
    <message>
        <location filename="../../app/ui/sync/chip.py"/>
        <source>Les données sont sur cet ordinateur, aucun serveur n’est configuré</source>
        <translation>The data is on this computer; no server is set up</translation>
    </message>
    <message>
        <location filename="../../app/domain/article_services.py"/>
        <source>Les interventions se font à distance, par téléphone et par prise de contrôle du poste au moyen de {tool}.</source>
        <translation>Interventions take place remotely, by phone and by remote control of the PC with {tool}.</translation>
    </message>
    <message>
        <location filename="../../app/domain/article_parts.py"/>
        <source>Les mois se comptent de quantième à quantième depuis la date de départ ; dans un mois qui n’a pas ce quantième, l’échéance tombe le dernier jour du mois.</source>
        <translation>Months run from the day of the month of the start date to the same day of the following months; in a month without that day, the date falls on the last day of the month.</translation>
    </message>
    <message>
        <location filename="../../app/domain/article_parts.py"/>
        <source>Les options « {one} » et « {other} » ne peuvent être souscrites ensemble.</source>
        <translation>The options “{one}” and “{other}” cannot be subscribed together.</translation>
    </message>
    <message>
        <location filename="../../app/domain/pricing.py"/>
        <source>Les options « {one} » et « {other} » s’excluent : choisissez l’une ou l’autre.</source>
        <translation>The options “{one}” and “{other}” exclude one another: choose one or the other.</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/services.py"/>
        <source>Les prestations de vos contrats d’infogérance. Ce qui n’est pas compris peut être demandé en devis.</source>
        <translation>The services of your managed IT contracts. For what is not included, you can request a quote.</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/services.py"/>
        <source>Les prestations viennent d’un contrat d’infogérance en cours. Pour de l’aide, utilisez « Nouvelle demande ».</source>
        <translation>Services come with a running managed IT contract. For help, use “New request”.</translation>
    </message>
    <message>
        <location filename="../../app/commands/backup.py"/>
        <source>Les sauvegardes prévues attendent le mot de passe du dépôt.</source>
        <translation>Scheduled backups are waiting for the repository’s password.</translation>
    </message>
    <message>
        <location filename="../../app/domain/cover.py"/>
        <source>Les seuls vols couverts sont : {thefts}.</source>
        <translation>The only thefts covered are: {thefts}.</translation>
    </message>
    <message>
        <location filename="../../app/commands/contract_papers.py"/>
        <source>Lettre</source>
        <translation>Letter</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/papers.py"/>
        <source>Lettre de résiliation</source>
        <translation>Termination letter</translation>
    </message>
    <message>
        <location filename="../../app/services/contract_events.py"/>
        <source>Lettre de résiliation préparée, fin du contrat le {day}</source>
        <translation>Termination letter prepared, contract ends on {day}</translation>
    </message>
    <message>
        <location filename="../../app/services/resignations.py"/>
        <source>Lettre de résiliation {number}</source>
        <translation>Termination letter {number}</translation>
    </message>
    <message>
        <location filename="../../app/ui/tour_contracts.py"/>
        <source>Lettre de résiliation {number}, PDF</source>
        <translation>Termination letter {number}, PDF</translation>
    </message>
    <message>
        <location filename="../../app/documents/resignation_letter.py"/>
        <source>Lettre de résiliation – contrat n° {number}</source>
        <translation>Notice of termination – contract no. {number}</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/actions.py"/>
        <source>Lettre rangée dans Documents. Parclair ne l’envoie pas : à vous de la signer et de l’envoyer.</source>
        <translation>Letter filed in Documents. Parclair does not send it: sign and send it yourself.</translation>
    </message>
    <message>
        <location filename="../../app/domain/backup_problems.py"/>
        <source>Libérez de la place ou choisissez une destination plus grande, puis relancez.</source>
        <translation>Make room or choose a larger destination, then try again.</translation>
    </message>
    <message>
        <location filename="../../app/commands/backup.py"/>
        <source>Licence</source>
        <translation>Licence</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/view.py"/>
        <source>Licences</source>
        <translation>Licences</translation>
    </message>
    <message>
        <location filename="../../app/server/ratings/pages.py"/>
        <source>Lien non valable</source>
        <translation>Link not valid</translation>
    </message>
    <message>
        <location filename="../../app/commands/claim_show.py"/>
        <source>Lieu</source>
        <translation>Place</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/review_step.py"/>
        <source>Lieu de la signature</source>
        <translation>Place of signature</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/claim_detail.py"/>
        <source>Lieu : {place}</source>
        <translation>Place: {place}</translation>
    </message>
    <message>
        <location filename="../../app/commands/quote.py"/>
        <source>Ligne</source>
        <translation>Line</translation>
    </message>
    <message>
        <location filename="../../app/domain/record_words.py"/>
        <source>Ligne de contrat</source>
        <translation>Contract line</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/overview.py"/>
        <source>Lignes du contrat</source>
        <translation>Lines of the contract</translation>
    </message>
    <message>
        <location filename="../../app/commands/request_import.py"/>
        <source>Lignes lues : {rows}. Nouvelles : {created}, mises à jour : {updated}, sans changement : {unchanged}, refusées : {rejected}.</source>
        <translation>Rows read: {rows}. New: {created}, updated: {updated}, unchanged: {unchanged}, rejected: {rejected}.</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/plan_what.py"/>
        <source>Lire aussi les fichiers &amp;ouverts (copie instantanée de Windows)</source>
        <translation>Read files that are &amp;open too (Windows shadow copy)</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/thread.py"/>
        <source>Lis&amp;te</source>
        <translation>Lis&amp;t</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/new_request.py"/>
        <source>Lisez ce qui est dit de la prise en charge, puis envoyez.</source>
        <translation>Read what is said about the cover, then send.</translation>
    </message>
    <message>
        <location filename="../../app/commands/contract_show.py"/>
        <source>Livraison</source>
        <translation>Delivery</translation>
    </message>
    <message>
        <location filename="../../app/commands/contract_show.py"/>
        <source>Lié au contrat</source>
        <translation>Tied to contract</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/price_step.py"/>
        <source>Lié à la location</source>
        <translation>Tied to the rental</translation>
    </message>
    <message>
        <location filename="../../app/ui/sync/words.py"/>
        <source>Local</source>
        <translation>Local</translation>
    </message>
    <message>
        <location filename="../../app/domain/records.py"/>
        <source>Location</source>
        <translation>Rental</translation>
    </message>
    <message>
        <location filename="../../app/domain/records.py"/>
        <source>Loué</source>
        <translation>Rented</translation>
    </message>
    <message>
        <location filename="../../app/domain/end_of_rental.py"/>
        <source>Loyer mensuel HT</source>
        <translation>Monthly rent excl. VAT</translation>
    </message>
    <message>
        <location filename="../../app/services/sync_words.py"/>
        <source>Lu (octets)</source>
        <translation>Read (bytes)</translation>
    </message>
    <message>
        <location filename="../../app/services/paper.py"/>
        <source>Lundi</source>
        <translation>Monday</translation>
    </message>
    <message>
        <location filename="../../app/domain/eligibility.py"/>
        <source>L’IBAN est français, ses clés sont justes.</source>
        <translation>The IBAN is French and its check digits are right.</translation>
    </message>
    <message>
        <location filename="../../app/domain/eligibility.py"/>
        <source>L’IBAN ne convient pas. Attendu : {allowed}.</source>
        <translation>The IBAN is not suitable. Expected: {allowed}.</translation>
    </message>
    <message>
        <location filename="../../app/domain/eligibility.py"/>
        <source>L’IBAN n’est pas renseigné.</source>
        <translation>The IBAN has not been entered.</translation>
    </message>
    <message>
        <location filename="../../app/ui/technician/card.py"/>
        <source>L’ID TeamViewer de la machine n’est pas connu.</source>
        <translation>The machine’s TeamViewer ID is not known.</translation>
    </message>
    <message>
        <location filename="../../app/sync/errors.py"/>
        <source>L’accès de ce poste au serveur n’a pas été gardé (pas de trousseau utilisable). Vos données et ce qui attend restent ici ; demandez un nouveau code pour vous reconnecter.</source>
        <translation>This computer’s access to the server was not kept (no usable keyring). Your data and what is waiting stay here; ask for a new code to connect again.</translation>
    </message>
    <message>
        <location filename="../../app/services/sync_access.py"/>
        <source>L’accès est gardé dans le trousseau du système ({name}).</source>
        <translation>Access is kept in the system’s keyring ({name}).</translation>
    </message>
    <message>
        <location filename="../../app/services/sync_access.py"/>
        <source>L’accès est gardé dans le trousseau du système.</source>
        <translation>Access is kept in the system’s keyring.</translation>
    </message>
    <message>
        <location filename="../../app/services/backup_sheet.py"/>
        <source>L’accès se fait par la clé SSH du PC : demandez-en une nouvelle si le PC est perdu.</source>
        <translation>Access is by the PC’s SSH key: ask for a new one if the PC is lost.</translation>
    </message>
    <message>
        <location filename="../../app/domain/cover.py"/>
        <source>L’appareil de remplacement arrive {n} jour ouvré après la déclaration.</source>
        <translation>The replacement device arrives {n} working day after the declaration.</translation>
    </message>
    <message>
        <location filename="../../app/domain/cover.py"/>
        <source>L’appareil de remplacement arrive {n} jours ouvrés après la déclaration.</source>
        <translation>The replacement device arrives {n} working days after the declaration.</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/claim_detail.py"/>
        <source>L’appareil est réparé et de nouveau en service.</source>
        <translation>The device is repaired and in use again.</translation>
    </message>
    <message>
        <location filename="../../app/domain/cover.py"/>
        <source>L’appareil est réparé et rendu ou, s’il ne peut l’être, remplacé définitivement.</source>
        <translation>The device is repaired and returned or, if it cannot be, replaced for good.</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/claims.py"/>
        <source>L’appareil repasse en service ; le prêt revient en stock.</source>
        <translation>The device is in use again; the loan goes back to stock.</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/claims.py"/>
        <source>L’appareil reprend l’état qu’il avait avant la déclaration.</source>
        <translation>The device goes back to the status it had before the declaration.</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/claims.py"/>
        <source>L’appareil reste tel quel ; le prêt revient en stock.</source>
        <translation>The device stays as it is; the loan goes back to stock.</translation>
    </message>
    <message>
        <location filename="../../app/domain/cover.py"/>
        <source>L’appareil était sans surveillance : il n’a été pris ni par effraction, ni sur la personne, ni par agression.</source>
        <translation>The device was left unattended: it was taken neither by burglary, nor from somebody’s person, nor by assault.</translation>
    </message>
    <message>
        <location filename="../../app/services/claims.py"/>
        <source>L’appel pour le sinistre {number} est déjà noté, le {at}.</source>
        <translation>The call for claim {number} is already noted, on {at}.</translation>
    </message>
    <message>
        <location filename="../../app/domain/appointments.py"/>
        <source>L’assistance est fermée le {at} : un rendez-vous est possible à partir du {start}.</source>
        <translation>Support is closed on {at}: an appointment is possible from {start}.</translation>
    </message>
    <message>
        <location filename="../../app/domain/article_services.py"/>
        <source>L’assistance est ouverte {hours} (fuseau horaire {zone}).</source>
        <translation>Support is open {hours} (time zone {zone}).</translation>
    </message>
    <message>
        <location filename="../../app/domain/support_clock.py"/>
        <source>L’assistance est ouverte {hours}, sauf les jours fériés et les jours de pont ou de congé annoncés.</source>
        <translation>Support is open {hours}, except on public holidays and on the bridge days and days off announced.</translation>
    </message>
    <message>
        <location filename="../../app/domain/support_clock.py"/>
        <source>L’assistance est ouverte {hours}, sauf les jours fériés.</source>
        <translation>Support is open {hours}, except on public holidays.</translation>
    </message>
    <message>
        <location filename="../../app/domain/support_clock.py"/>
        <source>L’assistance est ouverte {hours}.</source>
        <translation>Support is open {hours}.</translation>
    </message>
    <message>
        <location filename="../../app/domain/appointments.py"/>
        <source>L’assistance ferme le {end} : un rendez-vous de {n} min le {at} n’y tient pas.</source>
        <translation>Support closes on {end}: an appointment of {n} min on {at} does not fit.</translation>
    </message>
    <message>
        <location filename="../../app/domain/support_clock.py"/>
        <source>L’assistance n’ouvre pas dans l’année qui suit le {moment}.</source>
        <translation>Support does not open in the year after {moment}.</translation>
    </message>
    <message>
        <location filename="../../app/server/ratings/pages.py"/>
        <source>L’avis que vous venez d’envoyer n’a pas été enregistré.</source>
        <translation>The rating you have just sent has not been recorded.</translation>
    </message>
    <message>
        <location filename="../../app/domain/article_services.py"/>
        <source>L’avis se donne en trois étapes : une appréciation, un commentaire facultatif, la validation, qui seule l’enregistre.</source>
        <translation>A rating is given in three steps: a mark, an optional comment, and the confirmation, which alone records it.</translation>
    </message>
    <message>
        <location filename="../../app/domain/term_reasons.py"/>
        <source>L’engagement court à partir du début du contrat, en mois comptés depuis cette date d’origine.</source>
        <translation>The commitment runs from the start of the contract, in months counted from that original date.</translation>
    </message>
    <message>
        <location filename="../../app/domain/term_reasons.py"/>
        <source>L’engagement est passé : la résiliation est possible à tout moment, il n’y a plus d’échéance.</source>
        <translation>The commitment is over: termination is possible at any time, there is no deadline any more.</translation>
    </message>
    <message>
        <location filename="../../app/domain/article_parts.py"/>
        <source>L’engagement et sa fin relèvent de la clause « {clause} » de l’offre ; sur ce qu’elle ne précise pas, les parties conviennent des règles qui précèdent.</source>
        <translation>The commitment and its end come under the clause “{clause}” of the offer; on what it does not settle, the parties agree on the rules above.</translation>
    </message>
    <message>
        <location filename="../../app/domain/term_reasons.py"/>
        <source>L’engagement finit la veille, le {end}.</source>
        <translation>The commitment ends the day before, on {end}.</translation>
    </message>
    <message>
        <location filename="../../app/services/sync_inbox.py"/>
        <source>L’enregistrement n’existe plus sur ce poste ({type}) : ce changement peut seulement être abandonné.</source>
        <translation>The record is no longer on this computer ({type}): this change can only be given up.</translation>
    </message>
    <message>
        <location filename="../../app/ui/sync/inbox_words.py"/>
        <source>L’enregistrement n’existe plus sur ce poste : ce que vous aviez saisi peut seulement être abandonné.</source>
        <translation>The record is no longer on this computer: what you had typed can only be given up.</translation>
    </message>
    <message>
        <location filename="../../app/server/sync/checks.py"/>
        <source>L’enregistrement à modifier n’existe pas.</source>
        <translation>The record to be changed does not exist.</translation>
    </message>
    <message>
        <location filename="../../app/domain/eligibility.py"/>
        <source>L’entreprise n’est pas une micro-entreprise.</source>
        <translation>The company is not a micro-enterprise.</translation>
    </message>
    <message>
        <location filename="../../app/domain/article_parts.py"/>
        <source>L’exécution des prestations est sans effet sur la location : son loyer reste dû pendant la réparation ou le remplacement d’un appareil.</source>
        <translation>The performance of the services does not affect the rental: its rent remains due while a device is repaired or replaced.</translation>
    </message>
    <message>
        <location filename="../../app/ui/sync/words.py"/>
        <source>L’horloge de ce PC avance de {n} minute sur celle du serveur. Réglez-la : vos dates et heures seraient fausses.</source>
        <translation>This PC’s clock is {n} minute ahead of the server’s. Set it: your dates and times would be wrong.</translation>
    </message>
    <message>
        <location filename="../../app/ui/sync/words.py"/>
        <source>L’horloge de ce PC avance de {n} minutes sur celle du serveur. Réglez-la : vos dates et heures seraient fausses.</source>
        <translation>This PC’s clock is {n} minutes ahead of the server’s. Set it: your dates and times would be wrong.</translation>
    </message>
    <message>
        <location filename="../../app/ui/sync/words.py"/>
        <source>L’horloge de ce PC retarde de {n} minute sur celle du serveur. Réglez-la : vos dates et heures seraient fausses.</source>
        <translation>This PC’s clock is {n} minute behind the server’s. Set it: your dates and times would be wrong.</translation>
    </message>
    <message>
        <location filename="../../app/ui/sync/words.py"/>
        <source>L’horloge de ce PC retarde de {n} minutes sur celle du serveur. Réglez-la : vos dates et heures seraient fausses.</source>
        <translation>This PC’s clock is {n} minutes behind the server’s. Set it: your dates and times would be wrong.</translation>
    </message>
    <message>
        <location filename="../../app/ui/documents/printing.py"/>
        <source>L’imprimante n’a pas accepté le document. Rien n’a été imprimé. Vérifiez qu’elle est allumée et reliée, puis recommencez.</source>
        <translation>The printer did not accept the document. Nothing was printed. Check that it is on and connected, then try again.</translation>
    </message>
    <message>
        <location filename="../../app/domain/managed_services.py"/>
        <source>L’intervention est due.</source>
        <translation>The visit is due.</translation>
    </message>
    <message>
        <location filename="../../app/domain/managed_services.py"/>
        <source>L’intervention n’est pas due.</source>
        <translation>The visit is not due.</translation>
    </message>
    <message>
        <location filename="../../app/domain/managed_services.py"/>
        <source>L’intervention sur place est au devis</source>
        <translation>The on-site visit is in the quote</translation>
    </message>
    <message>
        <location filename="../../app/services/contract_moves.py"/>
        <source>L’offre a changé depuis le brouillon : la version {new} remplace la version {old}. {before} par mois devient {after}.</source>
        <translation>The offer has changed since the draft: version {new} replaces version {old}. {before} per month becomes {after}.</translation>
    </message>
    <message>
        <location filename="../../app/domain/cover.py"/>
        <source>L’offre couvre ce cas ({event}).</source>
        <translation>The offer covers this case ({event}).</translation>
    </message>
    <message>
        <location filename="../../app/domain/cover.py"/>
        <source>L’offre dit ce qui est pris en charge selon ce qui est arrivé à l’appareil.</source>
        <translation>The offer says what is covered, depending on what happened to the device.</translation>
    </message>
    <message>
        <location filename="../../app/domain/cover.py"/>
        <source>L’offre exclut ce cas ({event}).</source>
        <translation>The offer excludes this case ({event}).</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/claim_words.py"/>
        <source>L’offre ne dit pas si c’est couvert</source>
        <translation>The offer does not say whether this is covered</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/claim_detail.py"/>
        <source>L’offre ne dit pas si c’est couvert : demandez à {who}, puis notez sa réponse.</source>
        <translation>The offer does not say whether this is covered: ask {who}, then note the answer.</translation>
    </message>
    <message>
        <location filename="../../app/services/resignation_reading.py"/>
        <source>L’offre ne donne pas l’adresse de {provider} : indiquez-la pour l’enveloppe.</source>
        <translation>The offer does not give {provider}’s address: enter it for the envelope.</translation>
    </message>
    <message>
        <location filename="../../app/domain/eligibility.py"/>
        <source>L’offre n’est pas ouverte aux micro-entreprises.</source>
        <translation>The offer is not open to micro-enterprises.</translation>
    </message>
    <message>
        <location filename="../../app/domain/managed_services.py"/>
        <source>L’offre {offer} ne comporte pas de prestations d’infogérance.</source>
        <translation>The offer {offer} has no managed services.</translation>
    </message>
    <message>
        <location filename="../../app/domain/cover.py"/>
        <source>L’offre {offer} ne dit rien de ce cas ({event}).</source>
        <translation>The offer {offer} says nothing of this case ({event}).</translation>
    </message>
    <message>
        <location filename="../../app/domain/support_clock.py"/>
        <source>L’offre {offer} ne donne pas d’horaires d’assistance.</source>
        <translation>The offer {offer} gives no support hours.</translation>
    </message>
    <message>
        <location filename="../../app/domain/pricing.py"/>
        <source>L’offre {offer} ne prévoit pas de prestation hors contrat.</source>
        <translation>The offer {offer} has no prices without a contract.</translation>
    </message>
    <message>
        <location filename="../../app/domain/managed_services.py"/>
        <source>L’offre {offer} ne prévoit pas d’intervention sur place.</source>
        <translation>The offer {offer} provides for no on-site visit.</translation>
    </message>
    <message>
        <location filename="../../app/domain/backup_state.py"/>
        <source>L’option de sauvegarde n’est pas souscrite pour cette licence.</source>
        <translation>The backup option is not subscribed for this licence.</translation>
    </message>
    <message>
        <location filename="../../app/services/backup_records.py"/>
        <source>L’option n’est pas possible sur ce poste. {label} : {why}</source>
        <translation>The option is not possible on this PC. {label}: {why}</translation>
    </message>
    <message>
        <location filename="../../app/domain/article_parts.py"/>
        <source>L’option « {option} » suppose {needed}.</source>
        <translation>The option “{option}” requires {needed}.</translation>
    </message>
    <message>
        <location filename="../../app/ui/widgets/states.py"/>
        <source>L’opération n’a pas abouti</source>
        <translation>That did not work</translation>
    </message>
    <message>
        <location filename="../../app/domain/eligibility.py"/>
        <source>L’utilisateur d’un appareil loué peut changer à tout moment, sans limite et sans en informer le prestataire.</source>
        <translation>The user of a rented device may change at any time, without limit and without telling the provider.</translation>
    </message>
    <message>
        <location filename="../../app/ui/sync/connect_dialog.py"/>
        <source>L’échange est arrêté. Vous pouvez le reprendre ici, ou plus tard depuis l’état de la synchronisation.</source>
        <translation>The exchange is stopped. You can go on with it here, or later from the state of the synchronisation.</translation>
    </message>
    <message>
        <location filename="../../app/commands/sync.py"/>
        <source>L’échange se fait avec « sync », ou tout seul dans la fenêtre.</source>
        <translation>Run “sync” to exchange; the window does so by itself.</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/attachments.py"/>
        <source>L’écran ne peut pas être capturé ici. Utilisez la touche Impr. écran, puis collez (Ctrl+V).</source>
        <translation>The screen cannot be captured here. Use the Print Screen key, then paste (Ctrl+V).</translation>
    </message>
    <message>
        <location filename="../../app/ui/equipment/sheet_tab.py"/>
        <source>Machine</source>
        <translation>Machine</translation>
    </message>
    <message>
        <location filename="../../app/ui/technician/facts.py"/>
        <source>Machine inconnue</source>
        <translation>Unknown machine</translation>
    </message>
    <message>
        <location filename="../../app/ui/technician/card.py"/>
        <source>Machine inconnue de l’inventaire</source>
        <translation>Machine not in the inventory</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/machine_search.py"/>
        <source>Machines</source>
        <translation>Machines</translation>
    </message>
    <message>
        <location filename="../../app/documents/resignation_letter.py"/>
        <source>Madame, Monsieur,</source>
        <translation>Dear Sir or Madam,</translation>
    </message>
    <message>
        <location filename="../../app/server/commands.py"/>
        <source>Mails abandonnés, remis en file : {n}.</source>
        <translation>Abandoned mails queued again: {n}.</translation>
    </message>
    <message>
        <location filename="../../app/server/commands.py"/>
        <source>Mails abandonnés : {n}. Dernière raison : {reason}</source>
        <translation>Mails given up: {n}. Last reason: {reason}</translation>
    </message>
    <message>
        <location filename="../../app/server/commands.py"/>
        <source>Mails envoyés : {n} ; en attente : {waiting}.</source>
        <translation>Mails sent: {n}; waiting: {waiting}.</translation>
    </message>
    <message>
        <location filename="../../app/domain/records.py"/>
        <source>Marche mal</source>
        <translation>Works badly</translation>
    </message>
    <message>
        <location filename="../../app/services/paper.py"/>
        <source>Mardi</source>
        <translation>Tuesday</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/request_dialogs.py"/>
        <source>Marquer comme résolue</source>
        <translation>Mark as resolved</translation>
    </message>
    <message>
        <location filename="../../app/domain/records.py"/>
        <source>Martinique</source>
        <translation>Martinique</translation>
    </message>
    <message>
        <location filename="../../app/commands/backup.py"/>
        <source>Matériel</source>
        <translation>Equipment</translation>
    </message>
    <message>
        <location filename="../../app/ui/equipment/commands.py"/>
        <source>Matériel ajouté</source>
        <translation>Equipment added</translation>
    </message>
    <message>
        <location filename="../../app/commands/equipment.py"/>
        <source>Matériel ajouté : {id}</source>
        <translation>Equipment added: {id}</translation>
    </message>
    <message>
        <location filename="../../app/services/home.py"/>
        <source>Matériel en panne : {n}</source>
        <translation>Equipment broken down: {n}</translation>
    </message>
    <message>
        <location filename="../../app/services/backup_records.py"/>
        <source>Matériel introuvable : {id}</source>
        <translation>No such equipment: {id}</translation>
    </message>
    <message>
        <location filename="../../app/ui/home/cards.py"/>
        <source>Matériel par état</source>
        <translation>Equipment by state</translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/about.py"/>
        <source>Matériel, contrats et échéances de votre entreprise, sur votre PC.</source>
        <translation>Your company’s equipment, contracts and deadlines, on your PC.</translation>
    </message>
    <message>
        <location filename="../../app/ui/tour.py"/>
        <source>Matériel, recherche « caisse » : {tab}</source>
        <translation>Equipment, search for “caisse”: {tab}</translation>
    </message>
    <message>
        <location filename="../../app/commands/office.py"/>
        <source>Matériels</source>
        <translation>Devices</translation>
    </message>
    <message>
        <location filename="../../app/ui/tour.py"/>
        <source>Matériel : {n} machines</source>
        <translation>Equipment: {n} machines</translation>
    </message>
    <message>
        <location filename="../../app/commands/support.py"/>
        <source>Mauvais</source>
        <translation>Poor</translation>
    </message>
    <message>
        <location filename="../../app/domain/records.py"/>
        <source>Mayotte</source>
        <translation>Mayotte</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/overview.py"/>
        <source>Mensualités restant à facturer, HT</source>
        <translation>Months still to be billed, excl. VAT</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/contract_list.py"/>
        <source>Mensuel HT</source>
        <translation>Monthly excl. VAT</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/plan_when.py"/>
        <source>Mensuelles</source>
        <translation>Monthly</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/rating.py"/>
        <source>Merci, votre avis est enregistré.</source>
        <translation>Thank you, your rating is saved.</translation>
    </message>
    <message>
        <location filename="../../app/commands/request.py"/>
        <source>Merci : votre avis est enregistré.</source>
        <translation>Thank you: your rating is recorded.</translation>
    </message>
    <message>
        <location filename="../../app/server/ratings/pages.py"/>
        <source>Merci !</source>
        <translation>Thank you!</translation>
    </message>
    <message>
        <location filename="../../app/services/paper.py"/>
        <source>Mercredi</source>
        <translation>Wednesday</translation>
    </message>
    <message>
        <location filename="../../app/domain/record_words.py"/>
        <source>Message</source>
        <translation>Message</translation>
    </message>
    <message>
        <location filename="../../app/domain/backup_eligibility.py"/>
        <source>Mesures sur {days} jours : {n}, il en faut au moins {least}. Laissez Parclair ouvert : il mesure par lui-même.</source>
        <translation>Measurements over {days} days: {n}; at least {least} are needed. Leave Parclair open: it measures by itself.</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/plan_dialog.py"/>
        <source>Mettre en place les sauvegardes</source>
        <translation>Set up backups</translation>
    </message>
    <message>
        <location filename="../../app/services/office.py"/>
        <source>Micro-entreprise</source>
        <translation>Micro-enterprise</translation>
    </message>
    <message>
        <location filename="../../app/services/sync_words.py"/>
        <source>Minutes couvertes</source>
        <translation>Covered minutes</translation>
    </message>
    <message>
        <location filename="../../app/services/sync_words.py"/>
        <source>Minutes facturables</source>
        <translation>Billable minutes</translation>
    </message>
    <message>
        <location filename="../../app/commands/request_steps.py"/>
        <source>Minutes facturées</source>
        <translation>Minutes billed</translation>
    </message>
    <message>
        <location filename="../../app/commands/request_steps.py"/>
        <source>Minutes prises en charge</source>
        <translation>Minutes covered</translation>
    </message>
    <message>
        <location filename="../../app/domain/records.py"/>
        <source>Mis au rebut</source>
        <translation>Retired</translation>
    </message>
    <message>
        <location filename="../../app/services/support_cover.py"/>
        <source>Mise à jour de la version en service, hors contrat : {price} HT.</source>
        <translation>Updating the version in use, without a contract: {price} excl. VAT.</translation>
    </message>
    <message>
        <location filename="../../app/ui/equipment/commands.py"/>
        <source>Modifications enregistrées</source>
        <translation>Changes saved</translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/company.py"/>
        <source>Modifications non enregistrées</source>
        <translation>Unsaved changes</translation>
    </message>
    <message>
        <location filename="../../app/ui/equipment/actions.py"/>
        <source>Modifier ensemble…</source>
        <translation>Edit together…</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/request_dialogs.py"/>
        <source>Modifier la demande {number}</source>
        <translation>Edit request {number}</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/thread.py"/>
        <source>Modifier la demande…</source>
        <translation>Edit the request…</translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/people.py"/>
        <source>Modifier le collaborateur</source>
        <translation>Edit the person</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/plan_dialog.py"/>
        <source>Modifier le plan de sauvegarde</source>
        <translation>Change the backup plan</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/notices.py"/>
        <source>Modifier le plan…</source>
        <translation>Change the plan…</translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/sites.py"/>
        <source>Modifier le site</source>
        <translation>Edit the site</translation>
    </message>
    <message>
        <location filename="../../app/ui/equipment/bulk_dialog.py"/>
        <source>Modifier {n} machine</source>
        <translation>Edit {n} machine</translation>
    </message>
    <message>
        <location filename="../../app/ui/equipment/bulk_dialog.py"/>
        <source>Modifier {n} machines</source>
        <translation>Edit {n} machines</translation>
    </message>
    <message>
        <location filename="../../app/ui/equipment/edit_dialog.py"/>
        <source>Modifier « {name} »</source>
        <translation>Edit “{name}”</translation>
    </message>
    <message>
        <location filename="../../app/ui/equipment/actions.py"/>
        <source>Modifier…</source>
        <translation>Edit…</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/restore_tree.py"/>
        <source>Modifié</source>
        <translation>Modified</translation>
    </message>
    <message>
        <location filename="../../app/ui/sync/inbox_words.py"/>
        <source>Modifié ailleurs</source>
        <translation>Changed elsewhere</translation>
    </message>
    <message>
        <location filename="../../app/ui/equipment/columns.py"/>
        <source>Modifié le</source>
        <translation>Changed on</translation>
    </message>
    <message>
        <location filename="../../app/commands/equipment.py"/>
        <source>Modèle</source>
        <translation>Model</translation>
    </message>
    <message>
        <location filename="../../app/commands/support.py"/>
        <source>Mois</source>
        <translation>Month</translation>
    </message>
    <message>
        <location filename="../../app/domain/call_back.py"/>
        <source>Moment</source>
        <translation>Moment</translation>
    </message>
    <message>
        <location filename="../../app/commands/quote.py"/>
        <source>Montant HT</source>
        <translation>Amount excl. VAT</translation>
    </message>
    <message>
        <location filename="../../app/documents/contract_sections.py"/>
        <source>Montant HT par mois</source>
        <translation>Per month excl. VAT</translation>
    </message>
    <message>
        <location filename="../../app/domain/term_reasons.py"/>
        <source>Montant mensuel HT</source>
        <translation>Monthly amount excl. VAT</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/overview.py"/>
        <source>Montants par mois</source>
        <translation>Amounts per month</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/dialogs.py"/>
        <source>Montrer ce qui est saisi</source>
        <translation>Show what is typed</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/plan_password.py"/>
        <source>Mot de passe</source>
        <translation>Password</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/dialogs.py"/>
        <source>Mot de passe de la fiche de secours</source>
        <translation>Password on the recovery sheet</translation>
    </message>
    <message>
        <location filename="../../app/documents/recovery_sheet.py"/>
        <source>Mot de passe du dépôt</source>
        <translation>Repository password</translation>
    </message>
    <message>
        <location filename="../../app/domain/backup_problems.py"/>
        <source>Mot de passe du dépôt inconnu</source>
        <translation>Repository password unknown</translation>
    </message>
    <message>
        <location filename="../../app/domain/backup_problems.py"/>
        <source>Mot de passe du dépôt refusé</source>
        <translation>Repository password refused</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/plan_where.py"/>
        <source>Mot de passe d’accès</source>
        <translation>Access password</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/dialogs.py"/>
        <source>Mot de passe d’accès à la destination</source>
        <translation>Access password of the destination</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/view.py"/>
        <source>Mot de passe gardé dans le trousseau de ce poste</source>
        <translation>Password kept in this PC’s keyring</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/plan_password.py"/>
        <source>Mot de passe tiré au hasard</source>
        <translation>Password drawn at random</translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/data.py"/>
        <source>Moteur de base de données</source>
        <translation>Database engine</translation>
    </message>
    <message>
        <location filename="../../app/services/sync_words.py"/>
        <source>Motif</source>
        <translation>Reason</translation>
    </message>
    <message>
        <location filename="../../app/documents/resignation_letter.py"/>
        <source>Motif de cette décision</source>
        <translation>Reason for this decision</translation>
    </message>
    <message>
        <location filename="../../app/services/sync_words.py"/>
        <source>Motif de fin</source>
        <translation>Reason for the end</translation>
    </message>
    <message>
        <location filename="../../app/commands/support.py"/>
        <source>Moyen</source>
        <translation>Neutral</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/statistics_tables.py"/>
        <source>Moyenne</source>
        <translation>Mean</translation>
    </message>
    <message>
        <location filename="../../app/domain/pc_words.py"/>
        <source>Mémoire</source>
        <translation>Memory</translation>
    </message>
    <message>
        <location filename="../../app/domain/records.py"/>
        <source>Métropole</source>
        <translation>Mainland France</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/all_requests.py"/>
        <source>Nature</source>
        <translation>Nature</translation>
    </message>
    <message>
        <location filename="../../app/ui/navigation.py"/>
        <source>Navigation</source>
        <translation>Navigation</translation>
    </message>
    <message>
        <location filename="../../app/domain/eligibility.py"/>
        <source>Ne pas être une micro-entreprise</source>
        <translation>Not being a micro-enterprise</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/price_step.py"/>
        <source>Ne se prend pas avec « {others} ».</source>
        <translation>Cannot be taken with “{others}”.</translation>
    </message>
    <message>
        <location filename="../../app/domain/backup_problems.py"/>
        <source>Ne supprimez rien et appelez l’assistance : les sauvegardes saines restent lisibles.</source>
        <translation>Delete nothing and call support: the sound backups can still be read.</translation>
    </message>
    <message>
        <location filename="../../app/documents/contract.py"/>
        <source>Ne vaut pas facture</source>
        <translation>Not an invoice</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/live_panel.py"/>
        <source>Ne vaut pas facture.</source>
        <translation>Not an invoice.</translation>
    </message>
    <message>
        <location filename="../../app/domain/records.py"/>
        <source>Neuf</source>
        <translation>New</translation>
    </message>
    <message>
        <location filename="../../app/services/equipment.py"/>
        <source>Neuf ou reconditionné</source>
        <translation>New or refurbished</translation>
    </message>
    <message>
        <location filename="../../app/system/restic.py"/>
        <source>Ni à côté de Parclair, ni dans le PATH.</source>
        <translation>Neither beside Parclair nor on the PATH.</translation>
    </message>
    <message>
        <location filename="../../app/commands/office.py"/>
        <source>Nom</source>
        <translation>Name</translation>
    </message>
    <message>
        <location filename="../../app/ui/sync/connect_dialog.py"/>
        <source>Nom de ce poste</source>
        <translation>Name of this computer</translation>
    </message>
    <message>
        <location filename="../../app/server/sync/checks.py"/>
        <source>Nom de champ impossible : {field}.</source>
        <translation>Impossible field name: {field}.</translation>
    </message>
    <message>
        <location filename="../../app/domain/pc_words.py"/>
        <source>Nom du poste</source>
        <translation>PC name</translation>
    </message>
    <message>
        <location filename="../../app/documents/contract_sections.py"/>
        <source>Nom, qualité, signature et cachet</source>
        <translation>Name, capacity, signature and stamp</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/price_step.py"/>
        <source>Nombre de licences</source>
        <translation>Number of licences</translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/company.py"/>
        <source>Nombre de personnes</source>
        <translation>Number of people</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/price_step.py"/>
        <source>Nombre d’appareils</source>
        <translation>Number of devices</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/plan_when.py"/>
        <source>Nombre d’heures entre deux sauvegardes</source>
        <translation>Hours between two backups</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/price_step.py"/>
        <source>Nombre d’ordinateurs</source>
        <translation>Number of computers</translation>
    </message>
    <message>
        <location filename="../../app/services/sync_words.py"/>
        <source>Non</source>
        <translation>No</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/claim_words.py"/>
        <source>Non couvert</source>
        <translation>Not covered</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/claim_words.py"/>
        <source>Non noté</source>
        <translation>Not noted</translation>
    </message>
    <message>
        <location filename="../../app/documents/statistics.py"/>
        <source>Non précisé</source>
        <translation>Not given</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/conditions.py"/>
        <source>Non remplie</source>
        <translation>Not met</translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/company.py"/>
        <source>Non renseigné</source>
        <translation>Not filled in</translation>
    </message>
    <message>
        <location filename="../../app/domain/backup_state.py"/>
        <source>Non souscrite</source>
        <translation>Not subscribed</translation>
    </message>
    <message>
        <location filename="../../app/domain/backup_state.py"/>
        <source>Non éligible</source>
        <translation>Not eligible</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/follow_up.py"/>
        <source>Noter la confirmation</source>
        <translation>Note the confirmation</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/follow_up.py"/>
        <source>Noter la confirmation…</source>
        <translation>Note the confirmation…</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/claim_detail.py"/>
        <source>Noter la prise en charge</source>
        <translation>Note as in hand</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/follow_up.py"/>
        <source>Noter la réception</source>
        <translation>Note the receipt</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/follow_up.py"/>
        <source>Noter la réception…</source>
        <translation>Note the receipt…</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/subscribe.py"/>
        <source>Noter la souscription</source>
        <translation>Record the subscription</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/claim_detail.py"/>
        <source>Noter l’appel</source>
        <translation>Note the call</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/follow_up.py"/>
        <source>Noter l’envoi</source>
        <translation>Note the sending</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/claim_detail.py"/>
        <source>Noter l’envoi en réparation</source>
        <translation>Note as sent for repair</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/follow_up.py"/>
        <source>Noter l’envoi…</source>
        <translation>Note the sending…</translation>
    </message>
    <message>
        <location filename="../../app/services/equipment.py"/>
        <source>Notes</source>
        <translation>Notes</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/actions.py"/>
        <source>Notes enregistrées</source>
        <translation>Notes saved</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/papers.py"/>
        <source>Notes sur le contrat</source>
        <translation>Notes on the contract</translation>
    </message>
    <message>
        <location filename="../../app/documents/resignation_letter.py"/>
        <source>Nous nous opposons à sa reconduction tacite : compte tenu du préavis de {notice}, il prendra fin le {day}, dernier jour de la période en cours.</source>
        <translation>We do not wish it to be renewed: with {notice} of notice, it will end on {day}, the last day of the current term.</translation>
    </message>
    <message>
        <location filename="../../app/documents/resignation_letter.py"/>
        <source>Nous nous opposons à sa reconduction tacite : il prendra fin le {day}, dernier jour de la période en cours.</source>
        <translation>We do not wish it to be renewed: it will end on {day}, the last day of the current term.</translation>
    </message>
    <message>
        <location filename="../../app/documents/resignation_letter.py"/>
        <source>Nous nous opposons à sa reconduction tacite : il prendra fin à l’échéance du {day}, ou à la première échéance possible si elle est plus proche.</source>
        <translation>We object to its tacit renewal: it will end at the term of {day}, or at the earliest term possible if that is sooner.</translation>
    </message>
    <message>
        <location filename="../../app/documents/resignation_letter.py"/>
        <source>Nous vous notifions par la présente la résiliation du contrat n° {number} ({offer}), qui nous lie depuis le {start}.</source>
        <translation>We hereby give notice to terminate contract no. {number} ({offer}), which has been in force between us since {start}.</translation>
    </message>
    <message>
        <location filename="../../app/documents/resignation_letter.py"/>
        <source>Nous vous notifions par la présente la résiliation du contrat n° {number} ({offer}).</source>
        <translation>We hereby give notice to terminate contract no. {number} ({offer}).</translation>
    </message>
    <message>
        <location filename="../../app/documents/resignation_letter.py"/>
        <source>Nous vous prions d’agréer, Madame, Monsieur, l’expression de nos salutations distinguées.</source>
        <translation>Yours faithfully,</translation>
    </message>
    <message>
        <location filename="../../app/documents/resignation_letter.py"/>
        <source>Nous vous remercions de nous confirmer par écrit la réception de la présente et la date de fin du contrat.</source>
        <translation>Please confirm in writing that you have received this letter, and the date on which the contract ends.</translation>
    </message>
    <message>
        <location filename="../../app/documents/resignation_letter.py"/>
        <source>Nous vous remercions de nous préciser par écrit ce que cette résiliation entraîne pour ce contrat.</source>
        <translation>Please tell us in writing what this termination means for that contract.</translation>
    </message>
    <message>
        <location filename="../../app/documents/resignation_letter.py"/>
        <source>Nous vous remercions de nous préciser par écrit ce que cette résiliation entraîne pour ce qui n’est pas résilié.</source>
        <translation>Please tell us in writing what this termination means for what is not terminated.</translation>
    </message>
    <message>
        <location filename="../../app/documents/resignation_letter.py"/>
        <source>Nous vous remercions de nous préciser par écrit ce que cette résiliation entraîne pour ces contrats.</source>
        <translation>Please tell us in writing what this termination means for those contracts.</translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/people.py"/>
        <source>Nouveau collaborateur</source>
        <translation>New person</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/new_contract.py"/>
        <source>Nouveau contrat</source>
        <translation>New contract</translation>
    </message>
    <message>
        <location filename="../../app/ui/tour_contracts.py"/>
        <source>Nouveau contrat : l’offre</source>
        <translation>New contract: the offer</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/restore_steps.py"/>
        <source>Nouveau dossier</source>
        <translation>New folder</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/rental_end.py"/>
        <source>Nouveau loyer mensuel HT</source>
        <translation>New monthly rent excl. VAT</translation>
    </message>
    <message>
        <location filename="../../app/ui/equipment/assign_dialog.py"/>
        <source>Nouveau nom : ajouté à vos collaborateurs.</source>
        <translation>New name: added to your people.</translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/sites.py"/>
        <source>Nouveau site</source>
        <translation>New site</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/claim_dialogs.py"/>
        <source>Nouvel appareil du prestataire</source>
        <translation>New device from the provider</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/rental_end.py"/>
        <source>Nouvel engagement</source>
        <translation>New commitment</translation>
    </message>
    <message>
        <location filename="../../app/domain/records.py"/>
        <source>Nouvelle</source>
        <translation>New</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/all_requests.py"/>
        <source>Nouvelle demande</source>
        <translation>New request</translation>
    </message>
    <message>
        <location filename="../../app/server/commands.py"/>
        <source>Nouvelle histoire (entreprises : {n}).</source>
        <translation>New history (organisations: {n}).</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/small_dialogs.py"/>
        <source>Nouvelle quantité</source>
        <translation>New quantity</translation>
    </message>
    <message>
        <location filename="../../app/commands/claim.py"/>
        <source>Numéro</source>
        <translation>Number</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/subscribe.py"/>
        <source>Numéro de licence</source>
        <translation>Licence number</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/follow_up.py"/>
        <source>Numéro de suivi</source>
        <translation>Tracking number</translation>
    </message>
    <message>
        <location filename="../../app/commands/equipment.py"/>
        <source>Numéro de série</source>
        <translation>Serial number</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/dates_step.py"/>
        <source>Numéro du contrat</source>
        <translation>Contract number</translation>
    </message>
    <message>
        <location filename="../../app/domain/article_services.py"/>
        <source>Numéro d’appel : {phone}.</source>
        <translation>Phone number: {phone}.</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/all_requests.py"/>
        <source>Numéro, objet, machine, contact (Ctrl+F)</source>
        <translation>Number, subject, machine, contact (Ctrl+F)</translation>
    </message>
    <message>
        <location filename="../../app/services/office.py"/>
        <source>N° de TVA</source>
        <translation>VAT number</translation>
    </message>
    <message>
        <location filename="../../app/services/equipment.py"/>
        <source>N° de licence</source>
        <translation>Licence no.</translation>
    </message>
    <message>
        <location filename="../../app/services/sync_words.py"/>
        <source>N° de suivi</source>
        <translation>Tracking no.</translation>
    </message>
    <message>
        <location filename="../../app/domain/pc_words.py"/>
        <source>N° de série</source>
        <translation>Serial no.</translation>
    </message>
    <message>
        <location filename="../../app/services/equipment.py"/>
        <source>N° d’inventaire</source>
        <translation>Inventory no.</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/conditions.py"/>
        <source>N’est p&amp;lus souscrite</source>
        <translation>No &amp;longer subscribed</translation>
    </message>
    <message>
        <location filename="../../app/ui/sync/inbox_words.py"/>
        <source>N’existe plus ici</source>
        <translation>No longer here</translation>
    </message>
    <message>
        <location filename="../../app/commands/request.py"/>
        <source>Objet</source>
        <translation>Subject</translation>
    </message>
    <message>
        <location filename="../../app/documents/contract_sections.py"/>
        <source>Objet et prix</source>
        <translation>Subject and prices</translation>
    </message>
    <message>
        <location filename="../../app/services/support_reading.py"/>
        <source>Objet : {text}</source>
        <translation>Subject: {text}</translation>
    </message>
    <message>
        <location filename="../../app/commands/contract.py"/>
        <source>Offre</source>
        <translation>Offer</translation>
    </message>
    <message>
        <location filename="../../app/domain/record_words.py"/>
        <source>Offre publiée</source>
        <translation>Published offer</translation>
    </message>
    <message>
        <location filename="../../app/domain/offers.py"/>
        <source>Offre « {offer} » inconnue. Offres connues : {known}</source>
        <translation>Unknown offer “{offer}”. Known offers: {known}</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/claim_words.py"/>
        <source>On ne le retrouve plus.</source>
        <translation>It cannot be found.</translation>
    </message>
    <message>
        <location filename="../../app/server/cli.py"/>
        <source>On ne peut pas écouter sur {host}, port {port} : {reason}</source>
        <translation>Cannot listen on {host}, port {port}: {reason}</translation>
    </message>
    <message>
        <location filename="../../app/domain/cover.py"/>
        <source>On ne sait pas si c’est couvert : le devis ou le prestataire le dit.</source>
        <translation>Whether it is covered is not known: the quote or the provider says.</translation>
    </message>
    <message>
        <location filename="../../app/domain/eligibility.py"/>
        <source>On ne sait pas si l’entreprise est une micro-entreprise.</source>
        <translation>Whether the company is a micro-enterprise is not known.</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/licences.py"/>
        <source>Option</source>
        <translation>Option</translation>
    </message>
    <message>
        <location filename="../../app/domain/record_words.py"/>
        <source>Option de sauvegarde</source>
        <translation>Backup option</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/subscribe.py"/>
        <source>Option de sauvegarde pour {name}</source>
        <translation>Backup option for {name}</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/detail.py"/>
        <source>Option et conditions</source>
        <translation>Option and conditions</translation>
    </message>
    <message>
        <location filename="../../app/services/technician_card.py"/>
        <source>Option non souscrite</source>
        <translation>Option not subscribed</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/conditions.py"/>
        <source>Option non souscrite pour ce poste.</source>
        <translation>Option not subscribed for this PC.</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/conditions.py"/>
        <source>Option non souscrite. Elle n’est pas possible sur ce poste tant qu’une condition n’est pas remplie.</source>
        <translation>Option not subscribed. It is not possible on this PC until every condition is met.</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/view.py"/>
        <source>Option retirée pour {name}</source>
        <translation>Option removed for {name}</translation>
    </message>
    <message>
        <location filename="../../app/services/sync_words.py"/>
        <source>Option souscrite</source>
        <translation>Option subscribed</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/conditions.py"/>
        <source>Option souscrite pour ce poste. Aucun contrat enregistré ici ne la comprend : vérifiez-le avec votre prestataire.</source>
        <translation>Option subscribed for this PC. No contract recorded here includes it: check with your provider.</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/view.py"/>
        <source>Option souscrite pour {name}</source>
        <translation>Option subscribed for {name}</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/conditions.py"/>
        <source>Option souscrite, au contrat {number}.</source>
        <translation>Option subscribed, under contract {number}.</translation>
    </message>
    <message>
        <location filename="../../app/services/technician_card.py"/>
        <source>Option souscrite, aucune sauvegarde connue</source>
        <translation>Option subscribed, no backup known</translation>
    </message>
    <message>
        <location filename="../../app/domain/article_parts.py"/>
        <source>Option souscrite : {option}.</source>
        <translation>Option subscribed: {option}.</translation>
    </message>
    <message>
        <location filename="../../app/domain/pricing.py"/>
        <source>Option « {option} », par contrat : {amount} HT</source>
        <translation>Option “{option}”, per contract: {amount} excl. VAT</translation>
    </message>
    <message>
        <location filename="../../app/domain/pricing.py"/>
        <source>Option « {option} », par licence : {count} × {price} = {amount} HT</source>
        <translation>Option “{option}”, per licence: {count} × {price} = {amount} excl. VAT</translation>
    </message>
    <message>
        <location filename="../../app/commands/offers.py"/>
        <source>Options</source>
        <translation>Options</translation>
    </message>
    <message>
        <location filename="../../app/documents/contract_sections.py"/>
        <source>Options et conditions</source>
        <translation>Options and their conditions</translation>
    </message>
    <message>
        <location filename="../../app/services/sync_words.py"/>
        <source>Opération</source>
        <translation>Operation</translation>
    </message>
    <message>
        <location filename="../../app/domain/records.py"/>
        <source>Ordinateur</source>
        <translation>Computer</translation>
    </message>
    <message>
        <location filename="../../app/ui/home/cards.py"/>
        <source>Ordinateurs, caisses, imprimantes, convoyeur…</source>
        <translation>Computers, tills, printers, conveyor…</translation>
    </message>
    <message>
        <location filename="../../app/services/sync_words.py"/>
        <source>Origine</source>
        <translation>Origin</translation>
    </message>
    <message>
        <location filename="../../app/services/sync_words.py"/>
        <source>Oui</source>
        <translation>Yes</translation>
    </message>
    <message>
        <location filename="../../app/ui/home/opening.py"/>
        <source>Ouvert jusqu’au {day}, {hour}</source>
        <translation>Open until {day}, {hour}</translation>
    </message>
    <message>
        <location filename="../../app/ui/home/opening.py"/>
        <source>Ouvert jusqu’à {hour}</source>
        <translation>Open until {hour}</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/all_requests.py"/>
        <source>Ouverte le</source>
        <translation>Opened on</translation>
    </message>
    <message>
        <location filename="../../app/services/sync_words.py"/>
        <source>Ouverture</source>
        <translation>Opened</translation>
    </message>
    <message>
        <location filename="../../app/ui/application.py"/>
        <source>Ouverture des données…</source>
        <translation>Opening your data…</translation>
    </message>
    <message>
        <location filename="../../app/services/backup_jobs.py"/>
        <source>Ouverture du dépôt</source>
        <translation>Opening the repository</translation>
    </message>
    <message>
        <location filename="../../app/documents/recovery_sheet.py"/>
        <source>Ouvrez une invite de commandes et tapez, en saisissant le mot de passe quand il est demandé :</source>
        <translation>Open a command prompt and type this, giving the password when it is asked for:</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/statistics.py"/>
        <source>Ouvrir</source>
        <translation>Open</translation>
    </message>
    <message>
        <location filename="../../app/ui/first_run/view.py"/>
        <source>Ouvrir la &amp;démonstration</source>
        <translation>Open the &amp;demo</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/appointment.py"/>
        <source>Ouvrir la deman&amp;de</source>
        <translation>Open the re&amp;quest</translation>
    </message>
    <message>
        <location filename="../../app/ui/technician/card_rows.py"/>
        <source>Ouvrir la demande</source>
        <translation>Open the request</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/claim_steps.py"/>
        <source>Ouvrir la fiche de la machine</source>
        <translation>Open the machine’s sheet</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/claim_detail.py"/>
        <source>Ouvrir la fiche de {name}</source>
        <translation>Open the sheet of {name}</translation>
    </message>
    <message>
        <location filename="../../app/ui/technician/start_dialog.py"/>
        <source>Ouvrir la session</source>
        <translation>Open the session</translation>
    </message>
    <message>
        <location filename="../../app/ui/application.py"/>
        <source>Ouvrir le dossier</source>
        <translation>Open the folder</translation>
    </message>
    <message>
        <location filename="../../app/ui/technician/start_dialog.py"/>
        <source>Ouvrir une session technicien</source>
        <translation>Open a technician session</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/papers.py"/>
        <source>Ouvrir {title}</source>
        <translation>Open {title}</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/timeline.py"/>
        <source>Ouvrir « {name} »</source>
        <translation>Open “{name}”</translation>
    </message>
    <message>
        <location filename="../../app/domain/cover.py"/>
        <source>Oxydation</source>
        <translation>Oxidation</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/plan_where.py"/>
        <source>Où</source>
        <translation>Where</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/view.py"/>
        <source>Où est restic ?</source>
        <translation>Where is restic?</translation>
    </message>
    <message>
        <location filename="../../app/ui/equipment/sheet_tab.py"/>
        <source>Où et à qui</source>
        <translation>Where and whose</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/restore_steps.py"/>
        <source>Où restaurer</source>
        <translation>Where to restore</translation>
    </message>
    <message>
        <location filename="../../app/documents/recovery_sheet.py"/>
        <source>Où sont les sauvegardes</source>
        <translation>Where the backups are</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/claim_steps.py"/>
        <source>Où vous l’avez vu pour la dernière fois.</source>
        <translation>Where you last saw it.</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/claim_steps.py"/>
        <source>Où était l’appareil, ce qui a été forcé, qui l’a constaté.</source>
        <translation>Where the device was, what was forced, who found out.</translation>
    </message>
    <message>
        <location filename="../../app/ui/documents/preview_bar.py"/>
        <source>Page</source>
        <translation>Page</translation>
    </message>
    <message>
        <location filename="../../app/ui/documents/preview_bar.py"/>
        <source>Page entière</source>
        <translation>Whole page</translation>
    </message>
    <message>
        <location filename="../../app/ui/documents/preview_bar.py"/>
        <source>Page précédente (Ctrl+Page préc.)</source>
        <translation>Previous page (Ctrl+PgUp)</translation>
    </message>
    <message>
        <location filename="../../app/ui/documents/preview_bar.py"/>
        <source>Page suivante (Ctrl+Page suiv.)</source>
        <translation>Next page (Ctrl+PgDn)</translation>
    </message>
    <message>
        <location filename="../../app/ui/documents/preview.py"/>
        <source>Pages de {title}</source>
        <translation>Pages of {title}</translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/view.py"/>
        <source>Pages des paramètres</source>
        <translation>Pages of the settings</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/view.py"/>
        <source>Pages d’Assistance</source>
        <translation>Support pages</translation>
    </message>
    <message>
        <location filename="../../app/domain/cover.py"/>
        <source>Panne</source>
        <translation>Breakdown</translation>
    </message>
    <message>
        <location filename="../../app/ui/equipment/panel.py"/>
        <source>Panne, casse, vol d’un matériel loué : ce que le contrat prévoit, et où cela en est.</source>
        <translation>Breakdown, damage or theft of a rented device: what the contract provides, and where things stand.</translation>
    </message>
    <message>
        <location filename="../../app/domain/articles.py"/>
        <source>Pannes et sinistres</source>
        <translation>Breakdowns and claims</translation>
    </message>
    <message>
        <location filename="../../app/commands/sync.py"/>
        <source>Par</source>
        <translation>By</translation>
    </message>
    <message>
        <location filename="../../app/domain/cover.py"/>
        <source>Par agression (violence ou menace)</source>
        <translation>Assault (violence or threats)</translation>
    </message>
    <message>
        <location filename="../../app/documents/resignation_letter.py"/>
        <source>Par courrier électronique</source>
        <translation>By e-mail</translation>
    </message>
    <message>
        <location filename="../../app/documents/resignation_letter.py"/>
        <source>Par courrier électronique : {email}</source>
        <translation>By e-mail: {email}</translation>
    </message>
    <message>
        <location filename="../../app/documents/resignation_letter.py"/>
        <source>Par courrier – lettre recommandée avec avis de réception</source>
        <translation>By post – registered letter with advice of delivery</translation>
    </message>
    <message>
        <location filename="../../app/domain/term_reasons.py"/>
        <source>Par courrier : au plus tard le {day}.</source>
        <translation>By post: by {day} at the latest.</translation>
    </message>
    <message>
        <location filename="../../app/domain/term_reasons.py"/>
        <source>Par e-mail, le dernier jour ouvré au plus tard à l’échéance. Par courrier, le troisième jour ouvré avant l’échéance.</source>
        <translation>By e-mail, the last working day on or before the deadline. By post, the third working day before the deadline.</translation>
    </message>
    <message>
        <location filename="../../app/domain/term_reasons.py"/>
        <source>Par e-mail : au plus tard le {day}.</source>
        <translation>By e-mail: by {day} at the latest.</translation>
    </message>
    <message>
        <location filename="../../app/domain/cover.py"/>
        <source>Par effraction (porte, fenêtre, coffre ou véhicule forcé)</source>
        <translation>Burglary (door, window, safe or vehicle forced open)</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/request_dialogs.py"/>
        <source>Par exemple : pilote de l’imprimante réinstallé</source>
        <translation>For example: printer driver reinstalled</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/rental_end.py"/>
        <source>Par mois</source>
        <translation>Per month</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/statistics.py"/>
        <source>Par technicien</source>
        <translation>By technician</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/statistics.py"/>
        <source>Par type d’intervention</source>
        <translation>By type of intervention</translation>
    </message>
    <message>
        <location filename="../../app/ui/navigation.py"/>
        <source>Paramètres</source>
        <translation>Settings</translation>
    </message>
    <message>
        <location filename="../../app/ui/tour.py"/>
        <source>Paramètres : {page}</source>
        <translation>Settings: {page}</translation>
    </message>
    <message>
        <location filename="../../app/documents/contract.py"/>
        <source>Paraphes</source>
        <translation>Initials</translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/about.py"/>
        <source>Parclair</source>
        <translation>Parclair</translation>
    </message>
    <message>
        <location filename="../../app/services/backup_spool.py"/>
        <source>Parclair a été arrêté, ou le poste éteint, avant la fin.</source>
        <translation>Parclair was stopped, or the PC switched off, before the end.</translation>
    </message>
    <message>
        <location filename="../../app/services/sync.py"/>
        <source>Parclair a été lancé avec --offline</source>
        <translation>Parclair was started with --offline</translation>
    </message>
    <message>
        <location filename="../../app/ui/sync/controller.py"/>
        <source>Parclair a été lancé avec --offline : le réseau n’est pas utilisé.</source>
        <translation>Parclair was started with --offline: the network is not used.</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/claim_steps.py"/>
        <source>Parclair enregistre le sinistre et surveille les délais ; il ne prévient pas le prestataire à votre place.</source>
        <translation>Parclair records the claim and watches the promised times; it does not tell the provider for you.</translation>
    </message>
    <message>
        <location filename="../../app/commands/backup.py"/>
        <source>Parclair est déjà ouvert sur ce dossier : c’est lui qui sauvegarde.</source>
        <translation>Parclair is already open on this folder: it makes the backup itself.</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/resign.py"/>
        <source>Parclair prépare la lettre et la range dans Documents. Il ne l’envoie pas : à vous de la signer et de l’envoyer.</source>
        <translation>Parclair prepares the letter and files it in Documents. It does not send it: sign and send it yourself.</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/attachments.py"/>
        <source>Parclair s’efface le temps de la capture</source>
        <translation>Parclair hides while the screen is captured</translation>
    </message>
    <message>
        <location filename="../../app/system/single_instance.py"/>
        <source>Parclair utilise déjà ce dossier de données : {folder} ({holder}). Rien n’a été modifié. Revenez à la fenêtre ouverte ou fermez-la, puis recommencez.</source>
        <translation>Parclair is already using this data folder: {folder} ({holder}). Nothing was changed. Go back to the open window or close it, then try again.</translation>
    </message>
    <message>
        <location filename="../../app/services/maintenance.py"/>
        <source>Parclair {version}, Python {python}</source>
        <translation>Parclair {version}, Python {python}</translation>
    </message>
    <message>
        <location filename="../../app/cli.py"/>
        <source>Parclair. Sans commande, ouvre la fenêtre.</source>
        <translation>Parclair. Without a command, opens the window.</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/restore_steps.py"/>
        <source>Parcou&amp;rir…</source>
        <translation>B&amp;rowse…</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/plan_where.py"/>
        <source>Parcour&amp;ir…</source>
        <translation>Br&amp;owse…</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/claim_slots.py"/>
        <source>Parcourir : {name}</source>
        <translation>Browse: {name}</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/claim_slots.py"/>
        <source>Parcourir…</source>
        <translation>Browse…</translation>
    </message>
    <message>
        <location filename="../../app/documents/statistics.py"/>
        <source>Part</source>
        <translation>Share</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/statistics_tables.py"/>
        <source>Part des avis « Très bien »</source>
        <translation>Share of “Very good” ratings</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/services.py"/>
        <source>Pas dans votre contrat</source>
        <translation>Not in your contract</translation>
    </message>
    <message>
        <location filename="../../app/domain/support_cover.py"/>
        <source>Pas dans votre contrat : peut partir comme demande de devis</source>
        <translation>Not in your contract: can be sent as a request for a quote</translation>
    </message>
    <message>
        <location filename="../../app/domain/backup_problems.py"/>
        <source>Pas de dépôt de sauvegarde à cette adresse</source>
        <translation>No backup repository at this address</translation>
    </message>
    <message>
        <location filename="../../app/ui/documents/preview.py"/>
        <source>Pas d’aperçu pour ce type de fichier</source>
        <translation>No preview for this kind of file</translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/data.py"/>
        <source>Pas encore de copie. La première est faite au prochain usage.</source>
        <translation>No copy yet. The first one is made on next use.</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/statistics.py"/>
        <source>Pas encore d’intervention</source>
        <translation>No interventions yet</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/this_pc.py"/>
        <source>Pas encore sauvegardé</source>
        <translation>Not backed up yet</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/plan_what.py"/>
        <source>Pas trouvées sur ce PC pour l’instant ; elles seront prises dès qu’elles y seront.</source>
        <translation>Not found on this PC so far; they will be included as soon as they are there.</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/thread.py"/>
        <source>Passer à « {status} »</source>
        <translation>Change to “{status}”</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/timeline_widget.py"/>
        <source>Passé</source>
        <translation>Past</translation>
    </message>
    <message>
        <location filename="../../app/domain/records.py"/>
        <source>Perdu ou volé</source>
        <translation>Lost or stolen</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/statistics_period.py"/>
        <source>Personnalisée</source>
        <translation>Custom</translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/people.py"/>
        <source>Personne ne correspond</source>
        <translation>Nobody matches</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/queue.py"/>
        <source>Personne n’attend</source>
        <translation>Nobody is waiting</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/queue.py"/>
        <source>Personne n’attend sur ce site</source>
        <translation>Nobody is waiting at this site</translation>
    </message>
    <message>
        <location filename="../../app/services/support_requests.py"/>
        <source>Personne à rappeler</source>
        <translation>Person to call back</translation>
    </message>
    <message>
        <location filename="../../app/server/commands.py"/>
        <source>Personne.</source>
        <translation>Nobody.</translation>
    </message>
    <message>
        <location filename="../../app/domain/cover.py"/>
        <source>Perte</source>
        <translation>Loss</translation>
    </message>
    <message>
        <location filename="../../app/domain/article_parts.py"/>
        <source>Peuvent être ajoutées au contrat : {options}.</source>
        <translation>The following may be added to the contract: {options}.</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/papers.py"/>
        <source>Pièce jointe</source>
        <translation>Attachment</translation>
    </message>
    <message>
        <location filename="../../app/commands/claim_show.py"/>
        <source>Pièce manquante</source>
        <translation>Missing document</translation>
    </message>
    <message>
        <location filename="../../app/domain/records.py"/>
        <source>Pièces attendues</source>
        <translation>Documents due</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/attachments.py"/>
        <source>Pièces jointes</source>
        <translation>Attachments</translation>
    </message>
    <message>
        <location filename="../../app/services/home_support.py"/>
        <source>Pièces à fournir : sinistre {number}</source>
        <translation>Documents needed: claim {number}</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/restore_steps.py"/>
        <source>Place libre</source>
        <translation>Free space</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/request_dialogs.py"/>
        <source>Planifier</source>
        <translation>Schedule</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/request_dialogs.py"/>
        <source>Planifier un rendez-vous</source>
        <translation>Schedule an appointment</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/thread.py"/>
        <source>Plus</source>
        <translation>More</translation>
    </message>
    <message>
        <location filename="../../app/domain/end_of_rental.py"/>
        <source>Plus aucun loyer à partir du {day}.</source>
        <translation>No more rent from {day}.</translation>
    </message>
    <message>
        <location filename="../../app/domain/backup_problems.py"/>
        <source>Plus de place sur le disque</source>
        <translation>Disk full</translation>
    </message>
    <message>
        <location filename="../../app/services/sync_inbox.py"/>
        <source>Plus rien de ce que vous avez choisi n’attend de décision.</source>
        <translation>Nothing of what you chose waits for a decision any more.</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/rating.py"/>
        <source>Plus tard</source>
        <translation>Later</translation>
    </message>
    <message>
        <location filename="../../app/ui/sync/inbox_detail.py"/>
        <source>Plusieurs concernent le même champ : de vos valeurs, la plus récente l’emporte.</source>
        <translation>Several are about the same field: of your values, the most recent one wins.</translation>
    </message>
    <message>
        <location filename="../../app/documents/fonts.py"/>
        <source>Police de caractères illisible : {file}. Réinstallez Parclair.</source>
        <translation>The font file {file} cannot be read. Reinstall Parclair.</translation>
    </message>
    <message>
        <location filename="../../app/documents/fonts.py"/>
        <source>Polices de caractères introuvables : {package}. Réinstallez Parclair.</source>
        <translation>The fonts of {package} cannot be found. Reinstall Parclair.</translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/about.py"/>
        <source>Polices des documents</source>
        <translation>Document fonts</translation>
    </message>
    <message>
        <location filename="../../app/services/sync_words.py"/>
        <source>Position</source>
        <translation>Position</translation>
    </message>
    <message>
        <location filename="../../app/commands/backup.py"/>
        <source>Poste</source>
        <translation>PC</translation>
    </message>
    <message>
        <location filename="../../app/ui/first_run/receiving.py"/>
        <source>Poste déconnecté. Toutes les données sont restées ici.</source>
        <translation>Computer disconnected. All data has stayed here.</translation>
    </message>
    <message>
        <location filename="../../app/server/commands.py"/>
        <source>Poste introuvable : {id}</source>
        <translation>Computer not found: {id}</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/detail.py"/>
        <source>Poste à préciser</source>
        <translation>PC to be named</translation>
    </message>
    <message>
        <location filename="../../app/services/home_backups.py"/>
        <source>Postes jamais sauvegardés : {n}</source>
        <translation>PCs never backed up: {n}</translation>
    </message>
    <message>
        <location filename="../../app/ui/home/cards.py"/>
        <source>Pour commencer</source>
        <translation>Getting started</translation>
    </message>
    <message>
        <location filename="../../app/documents/contract_sections.py"/>
        <source>Pour le client</source>
        <translation>For the customer</translation>
    </message>
    <message>
        <location filename="../../app/documents/contract_sections.py"/>
        <source>Pour le prestataire</source>
        <translation>For the provider</translation>
    </message>
    <message>
        <location filename="../../app/ui/sync/connect_dialog.py"/>
        <source>Pour le reconnaître chez votre prestataire, s’il faut un jour en retirer l’accès.</source>
        <translation>So that your provider can tell it apart, should its access ever have to be removed.</translation>
    </message>
    <message>
        <location filename="../../app/domain/article_services.py"/>
        <source>Pour louer, le Client doit {conditions}.</source>
        <translation>To rent, the Customer must {conditions}.</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/resign.py"/>
        <source>Pour l’enveloppe ; l’offre ne la donne pas.</source>
        <translation>For the envelope; the offer does not give it.</translation>
    </message>
    <message>
        <location filename="../../app/domain/term_reasons.py"/>
        <source>Pour partir à la fin de la période, la résiliation doit être envoyée au plus tard son dernier jour moins le préavis. L’échéance n’est jamais repoussée.</source>
        <translation>To leave at the end of the term, the termination must be sent by its last day minus the notice period. The deadline is never postponed.</translation>
    </message>
    <message>
        <location filename="../../app/domain/term_reasons.py"/>
        <source>Pour partir à la fin de la période, le prestataire doit avoir reçu la résiliation au plus tard son dernier jour moins le préavis. L’échéance n’est jamais repoussée.</source>
        <translation>To leave at the end of the term, the provider must have received the termination by its last day minus the notice period. The deadline is never postponed.</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/services.py"/>
        <source>Pour qui, pour quand, sur quel site…</source>
        <translation>For whom, for when, at which site…</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/intervention_dialogs.py"/>
        <source>Pour une intervention faite sans chronomètre.</source>
        <translation>For an intervention done without the timer.</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/thread_head.py"/>
        <source>Pourquoi ce délai ?</source>
        <translation>Why this time?</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/live_panel.py"/>
        <source>Pourquoi ce prix ?</source>
        <translation>Why this price?</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/queue.py"/>
        <source>Pourquoi cet ordre ?</source>
        <translation>Why this order?</translation>
    </message>
    <message>
        <location filename="../../app/ui/tour_contracts.py"/>
        <source>Pourquoi cette date</source>
        <translation>Why this date</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/resign.py"/>
        <source>Pourquoi cette date ?</source>
        <translation>Why this date?</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/thread_head.py"/>
        <source>Pourquoi cette prise en charge ?</source>
        <translation>Why this cover?</translation>
    </message>
    <message>
        <location filename="../../app/ui/home/opening.py"/>
        <source>Pourquoi ?</source>
        <translation>Why?</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/facts.py"/>
        <source>Pourquoi ? {what}</source>
        <translation>Why? {what}</translation>
    </message>
    <message>
        <location filename="../../app/domain/values/pc.py"/>
        <source>PowerShell est bloqué ou absent sur ce poste, et le registre ne le dit pas</source>
        <translation>PowerShell is blocked or missing on this PC, and the registry does not say</translation>
    </message>
    <message>
        <location filename="../../app/ui/sync/connect_dialog.py"/>
        <source>Premier échange</source>
        <translation>First exchange</translation>
    </message>
    <message>
        <location filename="../../app/ui/sync/words.py"/>
        <source>Premier échange avec le serveur</source>
        <translation>First exchange with the server</translation>
    </message>
    <message>
        <location filename="../../app/ui/sync/words.py"/>
        <source>Premier échange…</source>
        <translation>First exchange…</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/restore_steps.py"/>
        <source>Premiers fichiers</source>
        <translation>First files</translation>
    </message>
    <message>
        <location filename="../../app/services/sync_words.py"/>
        <source>Première réponse</source>
        <translation>First answer</translation>
    </message>
    <message>
        <location filename="../../app/commands/request.py"/>
        <source>Première réponse avant le</source>
        <translation>First answer due by</translation>
    </message>
    <message>
        <location filename="../../app/documents/statistics.py"/>
        <source>Premières réponses</source>
        <translation>First answers</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/statistics_tables.py"/>
        <source>Premières réponses, par attente en minutes d’ouverture</source>
        <translation>First answers, by wait in minutes of opening hours</translation>
    </message>
    <message>
        <location filename="../../app/commands/offers.py"/>
        <source>Prestataire</source>
        <translation>Provider</translation>
    </message>
    <message>
        <location filename="../../app/domain/managed_services.py"/>
        <source>Prestation</source>
        <translation>Service</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/services.py"/>
        <source>Prestations</source>
        <translation>Services</translation>
    </message>
    <message>
        <location filename="../../app/services/contract_events.py"/>
        <source>Prestations au devis : {services}</source>
        <translation>Services in the quote: {services}</translation>
    </message>
    <message>
        <location filename="../../app/domain/articles.py"/>
        <source>Prestations comprises</source>
        <translation>Services included</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/services.py"/>
        <source>Prestations du devis</source>
        <translation>Services in the quote</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/quoted_services.py"/>
        <source>Prestations que nomme le devis</source>
        <translation>Services named in the quote</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/papers.py"/>
        <source>Preuve</source>
        <translation>Proof</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/follow_up.py"/>
        <source>Preuve (scan, e-mail, photo)</source>
        <translation>Proof (scan, e-mail, photo)</translation>
    </message>
    <message>
        <location filename="../../app/ui/documents/listing.py"/>
        <source>Preuve d’envoi</source>
        <translation>Proof of sending</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/follow_up.py"/>
        <source>Preuves :</source>
        <translation>Proofs:</translation>
    </message>
    <message>
        <location filename="../../app/domain/records.py"/>
        <source>Pris en charge</source>
        <translation>In hand</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/claim_detail.py"/>
        <source>Pris en charge sans attendre</source>
        <translation>In hand all the same</translation>
    </message>
    <message>
        <location filename="../../app/documents/contract_sections.py"/>
        <source>Prise d’effet</source>
        <translation>Start</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/all_requests.py"/>
        <source>Prise en charge</source>
        <translation>Cover</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/words.py"/>
        <source>Prise en charge inconnue</source>
        <translation>Cover unknown</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/timeline.py"/>
        <source>Prise en charge à vérifier</source>
        <translation>Cover to be checked</translation>
    </message>
    <message>
        <location filename="../../app/commands/request_steps.py"/>
        <source>Prise en charge à vérifier : rien n’est compté comme couvert ni facturé.</source>
        <translation>Cover to be checked: nothing is counted as covered or billed.</translation>
    </message>
    <message>
        <location filename="../../app/domain/articles.py"/>
        <source>Prix</source>
        <translation>Price</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/rental_end.py"/>
        <source>Prix de rachat HT</source>
        <translation>Purchase price excl. VAT</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/wording.py"/>
        <source>Prix du devis du prestataire</source>
        <translation>Price from the provider’s quote</translation>
    </message>
    <message>
        <location filename="../../app/services/equipment.py"/>
        <source>Prix d’achat</source>
        <translation>Purchase price</translation>
    </message>
    <message>
        <location filename="../../app/documents/contract_sections.py"/>
        <source>Prix en euros, par mois. Ce document ne vaut pas facture.</source>
        <translation>Prices in euros, per month. This document is not an invoice.</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/live_panel.py"/>
        <source>Prix par mois</source>
        <translation>Price per month</translation>
    </message>
    <message>
        <location filename="../../app/commands/quote.py"/>
        <source>Prix unitaire HT</source>
        <translation>Unit price excl. VAT</translation>
    </message>
    <message>
        <location filename="../../app/domain/pricing.py"/>
        <source>Prix unitaire HT du devis</source>
        <translation>Unit price excl. VAT of the quote</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/price_step.py"/>
        <source>Prix unitaire HT par mois</source>
        <translation>Unit price per month excl. VAT</translation>
    </message>
    <message>
        <location filename="../../app/ui/home/cards.py"/>
        <source>Prix, échéances et préavis sont calculés pour vous.</source>
        <translation>Prices, deadlines and notice periods are worked out for you.</translation>
    </message>
    <message>
        <location filename="../../app/services/sync_words.py"/>
        <source>Problème</source>
        <translation>Problem</translation>
    </message>
    <message>
        <location filename="../../app/domain/pc_words.py"/>
        <source>Processeur</source>
        <translation>Processor</translation>
    </message>
    <message>
        <location filename="../../app/ui/sync/words.py"/>
        <source>Prochain essai</source>
        <translation>Next try</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/licences.py"/>
        <source>Prochaine</source>
        <translation>Next</translation>
    </message>
    <message>
        <location filename="../../app/domain/timeline.py"/>
        <source>Prochaine reconduction</source>
        <translation>Next renewal</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/contract_list.py"/>
        <source>Prochaine échéance</source>
        <translation>Next deadline</translation>
    </message>
    <message>
        <location filename="../../app/ui/home/cards.py"/>
        <source>Prochaines échéances</source>
        <translation>Next deadlines</translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/data.py"/>
        <source>Programme</source>
        <translation>Program</translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/data.py"/>
        <source>Programme de sauvegarde</source>
        <translation>Backup program</translation>
    </message>
    <message>
        <location filename="../../app/documents/contract.py"/>
        <source>Projet</source>
        <translation>Draft</translation>
    </message>
    <message>
        <location filename="../../app/documents/contract.py"/>
        <source>Projet établi pour relecture : il n’engage aucune des parties tant qu’il n’est pas signé.</source>
        <translation>Draft for review: it binds neither party until it is signed.</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/claim_list.py"/>
        <source>Promesse</source>
        <translation>Promise</translation>
    </message>
    <message>
        <location filename="../../app/services/home_support.py"/>
        <source>Promesse dépassée : sinistre {number}</source>
        <translation>Missed promise: claim {number}</translation>
    </message>
    <message>
        <location filename="../../app/services/home_support.py"/>
        <source>Promesse à tenir : sinistre {number}</source>
        <translation>Promise to keep: claim {number}</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/claim_detail.py"/>
        <source>Promesses du prestataire</source>
        <translation>The provider’s promises</translation>
    </message>
    <message>
        <location filename="../../app/commands/claim.py"/>
        <source>Promis pour</source>
        <translation>Promised by</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/resign.py"/>
        <source>Proposé : envoyé aujourd’hui.</source>
        <translation>Proposed: sent today.</translation>
    </message>
    <message>
        <location filename="../../app/services/equipment.py"/>
        <source>Propriété</source>
        <translation>Ownership</translation>
    </message>
    <message>
        <location filename="../../app/ui/equipment/edit_dialog.py"/>
        <source>Propriété et contrat</source>
        <translation>Ownership and contract</translation>
    </message>
    <message>
        <location filename="../../app/documents/contract_sections.py"/>
        <source>Préavis</source>
        <translation>Notice period</translation>
    </message>
    <message>
        <location filename="../../app/services/sync_words.py"/>
        <source>Préavis reçu le</source>
        <translation>Notice received on</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/wording.py"/>
        <source>Préavis : 1 jour</source>
        <translation>Notice: 1 day</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/wording.py"/>
        <source>Préavis : aucun n’est indiqué</source>
        <translation>Notice: none stated</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/wording.py"/>
        <source>Préavis : {n} jours</source>
        <translation>Notice: {n} days</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/services.py"/>
        <source>Précisions</source>
        <translation>Details</translation>
    </message>
    <message>
        <location filename="../../app/ui/widgets/assistant.py"/>
        <source>Précédent</source>
        <translation>Back</translation>
    </message>
    <message>
        <location filename="../../app/ui/first_run/view.py"/>
        <source>Préparation de la démonstration…</source>
        <translation>Preparing the demo…</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/run_bar.py"/>
        <source>Préparation de la restauration</source>
        <translation>Preparing the restore</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/run_bar.py"/>
        <source>Préparation de la sauvegarde</source>
        <translation>Preparing the backup</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/run_bar.py"/>
        <source>Préparation de la vérification</source>
        <translation>Preparing the verification</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/resign.py"/>
        <source>Préparer aussi la lettre pour {number} · {offer}</source>
        <translation>Prepare the letter for {number} · {offer} too</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/resign.py"/>
        <source>Préparer la résiliation</source>
        <translation>Prepare the termination</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/claim_detail.py"/>
        <source>Prévenez {who} au {phone}.</source>
        <translation>Tell {who} on {phone}.</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/claim_detail.py"/>
        <source>Prévenez {who}.</source>
        <translation>Tell {who}.</translation>
    </message>
    <message>
        <location filename="../../app/domain/end_of_rental.py"/>
        <source>Prévenir le prestataire que les appareils restent loués, sans engagement.</source>
        <translation>Tell the provider that the devices stay rented, without commitment.</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/claim_devices.py"/>
        <source>Prêter</source>
        <translation>Lend</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/claim_devices.py"/>
        <source>Prêter un appareil</source>
        <translation>Lend a device</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/claim_detail.py"/>
        <source>Prêter un appareil…</source>
        <translation>Lend a device…</translation>
    </message>
    <message>
        <location filename="../../app/domain/support_clock.py"/>
        <source>Puis, jusqu’au {end} : {n} min</source>
        <translation>Then, until {end}: {n} min</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/history.py"/>
        <source>Période</source>
        <translation>Period</translation>
    </message>
    <message>
        <location filename="../../app/commands/contract_show.py"/>
        <source>Période en cours</source>
        <translation>Current term</translation>
    </message>
    <message>
        <location filename="../../app/domain/term_reasons.py"/>
        <source>Périodes qui commencent après le {as_of} : {count}, la première le {first}, la dernière le {last}.</source>
        <translation>Periods that start after {as_of}: {count}, the first on {first}, the last on {last}.</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/contract_list.py"/>
        <source>Qté</source>
        <translation>Qty</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/plan_when.py"/>
        <source>Quand</source>
        <translation>When</translation>
    </message>
    <message>
        <location filename="../../app/ui/sync/inbox.py"/>
        <source>Quand deux postes changent la même chose, ou que le serveur refuse un changement, vous choisissez ici. Rien n’est perdu.</source>
        <translation>When two computers change the same thing, or the server refuses a change, you choose here. Nothing is lost.</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/claim_dialogs.py"/>
        <source>Quand le prestataire vous en livre un, ajoutez-le au parc avec l’état « En stock », puis revenez ici.</source>
        <translation>When the provider delivers one, add it to the inventory with the status “In stock”, then come back here.</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/queue.py"/>
        <source>Quand quelque chose ne va pas : dites ce qui se passe et sur quelle machine, on vous rappelle.</source>
        <translation>When something goes wrong: say what happens and on which machine, and you will be called back.</translation>
    </message>
    <message>
        <location filename="../../app/commands/quote.py"/>
        <source>Quantité</source>
        <translation>Quantity</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/price_step.py"/>
        <source>Quantité et prix</source>
        <translation>Quantity and price</translation>
    </message>
    <message>
        <location filename="../../app/services/contract_events.py"/>
        <source>Quantité : {old} → {new}</source>
        <translation>Quantity: {old} → {new}</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/detail.py"/>
        <source>Quantité…</source>
        <translation>Quantity…</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/rental_end.py"/>
        <source>Quatre suites possibles, montants HT. C’est une simulation : rien n’est enregistré.</source>
        <translation>Four possible ways on, amounts excl. VAT. This is a simulation: nothing is recorded.</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/new_request.py"/>
        <source>Que se passe-t-il ?</source>
        <translation>What is happening?</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/claim_steps.py"/>
        <source>Quel liquide, où il a coulé, si l’appareil s’allume encore.</source>
        <translation>Which liquid, where it ran, whether the device still turns on.</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/new_request.py"/>
        <source>Quelle machine ?</source>
        <translation>Which machine?</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/claim_words.py"/>
        <source>Quelqu’un l’a pris.</source>
        <translation>Somebody took it.</translation>
    </message>
    <message>
        <location filename="../../app/domain/records.py"/>
        <source>Question</source>
        <translation>Question</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/words.py"/>
        <source>Question sur {machine}</source>
        <translation>Question about {machine}</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/appointment.py"/>
        <source>Qui rappeler</source>
        <translation>Whom to call back</translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/company.py"/>
        <source>Qui signe les contrats et les lettres</source>
        <translation>Who signs contracts and letters</translation>
    </message>
    <message>
        <location filename="../../app/ui/application.py"/>
        <source>Quitter</source>
        <translation>Quit</translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/server.py"/>
        <source>Quitter le serveur</source>
        <translation>Leave the server</translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/view.py"/>
        <source>Quitter sans enregistrer</source>
        <translation>Leave without saving</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/plan_what.py"/>
        <source>Quoi</source>
        <translation>What</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/plan_when.py"/>
        <source>Quotidiennes</source>
        <translation>Daily</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/claim_steps.py"/>
        <source>Qu’est-il arrivé ?</source>
        <translation>What happened?</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/thread.py"/>
        <source>R&amp;ésoudre…</source>
        <translation>R&amp;esolve…</translation>
    </message>
    <message>
        <location filename="../../app/domain/end_of_rental.py"/>
        <source>Racheter les appareils</source>
        <translation>Buy the devices</translation>
    </message>
    <message>
        <location filename="../../app/services/sync_words.py"/>
        <source>Raison de la couverture</source>
        <translation>Reason for the cover</translation>
    </message>
    <message>
        <location filename="../../app/services/office.py"/>
        <source>Raison sociale</source>
        <translation>Company name</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/pdf_dialog.py"/>
        <source>Ranger dans Documents</source>
        <translation>File in Documents</translation>
    </message>
    <message>
        <location filename="../../app/services/support.py"/>
        <source>Rappel de l’assistance : {subject} ({number})</source>
        <translation>Support calls back: {subject} ({number})</translation>
    </message>
    <message>
        <location filename="../../app/services/sync_words.py"/>
        <source>Rappel dû</source>
        <translation>Call-back due</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/cover_panel.py"/>
        <source>Rappel promis avant {moment}</source>
        <translation>Call-back promised before {moment}</translation>
    </message>
    <message>
        <location filename="../../app/domain/records.py"/>
        <source>Rappel prévu</source>
        <translation>Call-back planned</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/cover_panel.py"/>
        <source>Rappel visé avant {moment}</source>
        <translation>Call-back aimed for before {moment}</translation>
    </message>
    <message>
        <location filename="../../app/ui/crash_dialog.py"/>
        <source>Rapport d’erreur</source>
        <translation>Error report</translation>
    </message>
    <message>
        <location filename="../../app/ui/crash_dialog.py"/>
        <source>Rapport écrit dans {path}</source>
        <translation>Report written to {path}</translation>
    </message>
    <message>
        <location filename="../../app/domain/backup_problems.py"/>
        <source>Rebranchez le disque, ou retirez ce dossier de la liste à sauvegarder.</source>
        <translation>Plug the disk back in, or take this folder off the list.</translation>
    </message>
    <message>
        <location filename="../../app/ui/tour.py"/>
        <source>Recherche</source>
        <translation>Search</translation>
    </message>
    <message>
        <location filename="../../app/services/backup_jobs.py"/>
        <source>Recherche des fichiers</source>
        <translation>Looking for files</translation>
    </message>
    <message>
        <location filename="../../app/ui/tour.py"/>
        <source>Recherche partout, pendant la frappe</source>
        <translation>Search everywhere, while typing</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/plan_what.py"/>
        <source>Recherche sur ce PC…</source>
        <translation>Searching this PC…</translation>
    </message>
    <message>
        <location filename="../../app/ui/main_window.py"/>
        <source>Rechercher partout</source>
        <translation>Search everything</translation>
    </message>
    <message>
        <location filename="../../app/ui/search_box.py"/>
        <source>Rechercher partout (Ctrl+K)</source>
        <translation>Search everything (Ctrl+K)</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/machine_search.py"/>
        <source>Recherche…</source>
        <translation>Searching…</translation>
    </message>
    <message>
        <location filename="../../app/ui/first_run/view.py"/>
        <source>Recommandé</source>
        <translation>Recommended</translation>
    </message>
    <message>
        <location filename="../../app/domain/records.py"/>
        <source>Reconditionné</source>
        <translation>Refurbished</translation>
    </message>
    <message>
        <location filename="../../app/commands/contract_show.py"/>
        <source>Reconduction</source>
        <translation>Renewal</translation>
    </message>
    <message>
        <location filename="../../app/domain/timeline.py"/>
        <source>Reconduction en cours</source>
        <translation>Current renewal</translation>
    </message>
    <message>
        <location filename="../../app/domain/timeline.py"/>
        <source>Reconductions passées</source>
        <translation>Past renewals</translation>
    </message>
    <message>
        <location filename="../../app/domain/records.py"/>
        <source>Refusé</source>
        <translation>Refused</translation>
    </message>
    <message>
        <location filename="../../app/server/sync/writing.py"/>
        <source>Refusé avec les autres changements de la même opération.</source>
        <translation>Refused together with the other changes of the same operation.</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/claims.py"/>
        <source>Refusé par le prestataire</source>
        <translation>Refused by the provider</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/claim_detail.py"/>
        <source>Refusé par le prestataire…</source>
        <translation>Refused by the provider…</translation>
    </message>
    <message>
        <location filename="../../app/ui/first_run/receiving.py"/>
        <source>Rejoindre votre entreprise</source>
        <translation>Join your company</translation>
    </message>
    <message>
        <location filename="../../app/domain/backup_problems.py"/>
        <source>Relancez quand vous voulez : une sauvegarde reprend où elle en était, à quelques minutes d’envoi près.</source>
        <translation>Try again whenever you like: a backup resumes where it was, give or take a few minutes of sending.</translation>
    </message>
    <message>
        <location filename="../../app/domain/backup_problems.py"/>
        <source>Relancez : une sauvegarde reprend où elle en était, à quelques minutes d’envoi près.</source>
        <translation>Try again: a backup resumes where it was, give or take a few minutes of sending.</translation>
    </message>
    <message>
        <location filename="../../app/domain/backup_problems.py"/>
        <source>Relancez ; si l’échec se répète, appelez l’assistance.</source>
        <translation>Try again; if it keeps failing, call support.</translation>
    </message>
    <message>
        <location filename="../../app/domain/record_words.py"/>
        <source>Relevé du PC</source>
        <translation>PC reading</translation>
    </message>
    <message>
        <location filename="../../app/ui/equipment/fact_rows.py"/>
        <source>Relevé du {moment}</source>
        <translation>Read on {moment}</translation>
    </message>
    <message>
        <location filename="../../app/services/sync_words.py"/>
        <source>Relevé le</source>
        <translation>Read on</translation>
    </message>
    <message>
        <location filename="../../app/ui/equipment/fact_rows.py"/>
        <source>Relevé sur le poste</source>
        <translation>Read on the PC itself</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/plan_when.py"/>
        <source>Relire un échantillon chaque semaine</source>
        <translation>Read a sample back every week</translation>
    </message>
    <message>
        <location filename="../../app/commands/claim_show.py"/>
        <source>Remarque</source>
        <translation>Note</translation>
    </message>
    <message>
        <location filename="../../app/ui/sync/inbox_words.py"/>
        <source>Remettre le &amp;mien</source>
        <translation>Put &amp;mine back</translation>
    </message>
    <message>
        <location filename="../../app/ui/widgets/data_table.py"/>
        <source>Remettre les colonnes d’origine</source>
        <translation>Reset columns</translation>
    </message>
    <message>
        <location filename="../../app/services/sync_words.py"/>
        <source>Remplacement dû</source>
        <translation>Replacement due</translation>
    </message>
    <message>
        <location filename="../../app/commands/claim_show.py"/>
        <source>Remplacement promis pour le {due}, noté : {done}</source>
        <translation>Replacement promised by {due}, noted: {done}</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/claim_devices.py"/>
        <source>Remplacer</source>
        <translation>Replace</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/claim_devices.py"/>
        <source>Remplacer {name}</source>
        <translation>Replace {name}</translation>
    </message>
    <message>
        <location filename="../../app/domain/records.py"/>
        <source>Remplacé</source>
        <translation>Replaced</translation>
    </message>
    <message>
        <location filename="../../app/services/sync_words.py"/>
        <source>Remplacé le</source>
        <translation>Replaced on</translation>
    </message>
    <message>
        <location filename="../../app/commands/claim_show.py"/>
        <source>Remplacé par</source>
        <translation>Replaced by</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/claim_detail.py"/>
        <source>Remplacé…</source>
        <translation>Replaced…</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/claim_detail.py"/>
        <source>Remplaçant</source>
        <translation>Replacement</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/conditions.py"/>
        <source>Remplie</source>
        <translation>Met</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/thread.py"/>
        <source>Rende&amp;z-vous…</source>
        <translation>Appoint&amp;ment…</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/appointment.py"/>
        <source>Rendez-vous</source>
        <translation>Appointments</translation>
    </message>
    <message>
        <location filename="../../app/commands/request_steps.py"/>
        <source>Rendez-vous annulé</source>
        <translation>Appointment cancelled</translation>
    </message>
    <message>
        <location filename="../../app/services/home_support.py"/>
        <source>Rendez-vous aujourd’hui à {hour}</source>
        <translation>Appointment today at {hour}</translation>
    </message>
    <message>
        <location filename="../../app/services/home_support.py"/>
        <source>Rendez-vous demain à {hour}</source>
        <translation>Appointment tomorrow at {hour}</translation>
    </message>
    <message>
        <location filename="../../app/commands/request.py"/>
        <source>Rendez-vous le</source>
        <translation>Appointment on</translation>
    </message>
    <message>
        <location filename="../../app/commands/request_steps.py"/>
        <source>Rendez-vous le {at}</source>
        <translation>Appointment on {at}</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/words.py"/>
        <source>Rendez-vous {moment}</source>
        <translation>Appointment {moment}</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/words.py"/>
        <source>Rendez-vous {moment}, à appeler</source>
        <translation>Appointment {moment}, call now</translation>
    </message>
    <message>
        <location filename="../../app/domain/records.py"/>
        <source>Rendu</source>
        <translation>Returned</translation>
    </message>
    <message>
        <location filename="../../app/domain/end_of_rental.py"/>
        <source>Renouveler avec des appareils plus récents</source>
        <translation>Renew with newer devices</translation>
    </message>
    <message>
        <location filename="../../app/ui/tour_contracts.py"/>
        <source>Renouvellement du matériel</source>
        <translation>Renewal of the equipment</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/overview.py"/>
        <source>Repose sur</source>
        <translation>Rests on</translation>
    </message>
    <message>
        <location filename="../../app/ui/equipment/assign_dialog.py"/>
        <source>Reprendre</source>
        <translation>Take back</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/claim_detail.py"/>
        <source>Reprendre le prêt</source>
        <translation>Take the loan back</translation>
    </message>
    <message>
        <location filename="../../app/ui/equipment/assign_dialog.py"/>
        <source>Reprendre {n} machine</source>
        <translation>Take back {n} machine</translation>
    </message>
    <message>
        <location filename="../../app/ui/equipment/assign_dialog.py"/>
        <source>Reprendre {n} machines</source>
        <translation>Take back {n} machines</translation>
    </message>
    <message>
        <location filename="../../app/ui/equipment/assign_dialog.py"/>
        <source>Reprendre « {name} »</source>
        <translation>Take back “{name}”</translation>
    </message>
    <message>
        <location filename="../../app/ui/equipment/actions.py"/>
        <source>Reprendre…</source>
        <translation>Take back…</translation>
    </message>
    <message>
        <location filename="../../app/services/backup_jobs.py"/>
        <source>Reprise de la sauvegarde interrompue</source>
        <translation>Picking up the interrupted backup</translation>
    </message>
    <message>
        <location filename="../../app/ui/equipment/assign_dialog.py"/>
        <source>Reprise le</source>
        <translation>Taken back on</translation>
    </message>
    <message>
        <location filename="../../app/documents/contract_sections.py"/>
        <source>Représentant</source>
        <translation>Represented by</translation>
    </message>
    <message>
        <location filename="../../app/domain/records.py"/>
        <source>Restauration</source>
        <translation>Restore</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/endings.py"/>
        <source>Restauration arrêtée. Ce qui était déjà restauré reste dans son dossier</source>
        <translation>Restore stopped. What was already restored stays in its folder</translation>
    </message>
    <message>
        <location filename="../../app/services/backup_restores.py"/>
        <source>Restauration en cours</source>
        <translation>Restoring</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/restore.py"/>
        <source>Restaurer</source>
        <translation>Restore</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/restore.py"/>
        <source>Restaurer des fichiers</source>
        <translation>Restore files</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/claim_words.py"/>
        <source>Reste {time}</source>
        <translation>{time} left</translation>
    </message>
    <message>
        <location filename="../../app/commands/contract_show.py"/>
        <source>Reste à payer HT</source>
        <translation>Remaining rents, excl. VAT</translation>
    </message>
    <message>
        <location filename="../../app/domain/term_reasons.py"/>
        <source>Restent dues les périodes qui commencent après la date considérée, jusqu’à la dernière période facturée comprise.</source>
        <translation>Still due are the periods that start after the day considered, up to and including the last period billed.</translation>
    </message>
    <message>
        <location filename="../../app/ui/widgets/chips.py"/>
        <source>Retirer ce filtre (Suppr)</source>
        <translation>Remove this filter (Del)</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/price_table.py"/>
        <source>Retirer ce seuil</source>
        <translation>Remove this threshold</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/claims.py"/>
        <source>Retirer le sinistre</source>
        <translation>Withdraw the claim</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/claim_detail.py"/>
        <source>Retirer le sinistre…</source>
        <translation>Withdraw the claim…</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/claim_slots.py"/>
        <source>Retirer {name}</source>
        <translation>Remove {name}</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/attachment_tiles.py"/>
        <source>Retirer « {name} »</source>
        <translation>Remove “{name}”</translation>
    </message>
    <message>
        <location filename="../../app/domain/records.py"/>
        <source>Retiré</source>
        <translation>Withdrawn</translation>
    </message>
    <message>
        <location filename="../../app/ui/sync/connect_dialog.py"/>
        <source>Retrouver l’accès au serveur</source>
        <translation>Get access to the server back</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/claim_slots.py"/>
        <source>Reçu</source>
        <translation>Received</translation>
    </message>
    <message>
        <location filename="../../app/services/resignation_reading.py"/>
        <source>Reçu après l’échéance du {day}, le préavis laisse le contrat repartir pour une période.</source>
        <translation>Received after the deadline of {day}, the notice lets the contract run for another term.</translation>
    </message>
    <message>
        <location filename="../../app/domain/records.py"/>
        <source>Reçue</source>
        <translation>Received</translation>
    </message>
    <message>
        <location filename="../../app/services/sync_words.py"/>
        <source>Reçue le</source>
        <translation>Received on</translation>
    </message>
    <message>
        <location filename="../../app/ui/equipment/view.py"/>
        <source>Rien ne correspond à ces filtres</source>
        <translation>Nothing matches these filters</translation>
    </message>
    <message>
        <location filename="../../app/ui/equipment/view.py"/>
        <source>Rien ne correspond à « {text} »</source>
        <translation>Nothing matches “{text}”</translation>
    </message>
    <message>
        <location filename="../../app/ui/home/cards.py"/>
        <source>Rien ne vous attend aujourd’hui.</source>
        <translation>Nothing is waiting for you today.</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/papers.py"/>
        <source>Rien n’a encore été noté.</source>
        <translation>Nothing has been noted yet.</translation>
    </message>
    <message>
        <location filename="../../app/server/ratings/pages.py"/>
        <source>Rien n’a été enregistré. Revenez à la page précédente et raccourcissez votre commentaire : {n} caractères au plus.</source>
        <translation>Nothing has been recorded. Go back to the previous page and shorten your comment: {n} characters at most.</translation>
    </message>
    <message>
        <location filename="../../app/server/ratings/pages.py"/>
        <source>Rien n’a été enregistré. Rouvrez le lien du mail et recommencez, s’il vous plaît.</source>
        <translation>Nothing has been recorded. Please open the link in the mail again and start over.</translation>
    </message>
    <message>
        <location filename="../../app/commands/request_import.py"/>
        <source>Rien n’a été écrit.</source>
        <translation>Nothing was written.</translation>
    </message>
    <message>
        <location filename="../../app/services/sync_inbox.py"/>
        <source>Rien n’attend de décision sous cet identifiant : {id}</source>
        <translation>Nothing waits for a decision under this identifier: {id}</translation>
    </message>
    <message>
        <location filename="../../app/commands/sync.py"/>
        <source>Rien n’attend de décision.</source>
        <translation>Nothing waits for a decision.</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/restore_steps.py"/>
        <source>Rien n’est coché. Espace coche la ligne choisie.</source>
        <translation>Nothing is ticked. Space ticks the selected line.</translation>
    </message>
    <message>
        <location filename="../../app/ui/widgets/assistant.py"/>
        <source>Rien n’est encore enregistré.</source>
        <translation>Nothing has been saved yet.</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/restore.py"/>
        <source>Rien n’est encore restauré.</source>
        <translation>Nothing has been restored yet.</translation>
    </message>
    <message>
        <location filename="../../app/commands/request.py"/>
        <source>Rien n’est enregistré (--dry-run)</source>
        <translation>Nothing was recorded (--dry-run)</translation>
    </message>
    <message>
        <location filename="../../app/server/ratings/pages.py"/>
        <source>Rien n’est enregistré avant que vous ne validiez. Ensuite, un avis ne change plus.</source>
        <translation>Nothing is recorded until you send. After that, a rating cannot be changed.</translation>
    </message>
    <message>
        <location filename="../../app/commands/claim.py"/>
        <source>Rien n’est enregistré.</source>
        <translation>Nothing is recorded.</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/restore_steps.py"/>
        <source>Rien n’est remplacé : les fichiers retrouvés iront dans un nouveau dossier.</source>
        <translation>Nothing is replaced: the files go to a new folder.</translation>
    </message>
    <message>
        <location filename="../../app/domain/cover.py"/>
        <source>Rien n’indique une effraction, un vol à la tire ou une agression.</source>
        <translation>Nothing points to burglary, pickpocketing or assault.</translation>
    </message>
    <message>
        <location filename="../../app/ui/widgets/data_table.py"/>
        <source>Rien à afficher</source>
        <translation>Nothing to show</translation>
    </message>
    <message>
        <location filename="../../app/ui/equipment/commands.py"/>
        <source>Rien à changer : les machines avaient déjà ces valeurs</source>
        <translation>Nothing to change: the machines already had these values</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/history.py"/>
        <source>Rien à dessiner encore.</source>
        <translation>Nothing to draw yet.</translation>
    </message>
    <message>
        <location filename="../../app/commands/backup.py"/>
        <source>Rien à faire : aucune sauvegarde n’est due.</source>
        <translation>Nothing to do: no backup is due.</translation>
    </message>
    <message>
        <location filename="../../app/ui/sync/inbox.py"/>
        <source>Rien à trancher</source>
        <translation>Nothing to settle</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/claim_detail.py"/>
        <source>Rouvrir le sinistre</source>
        <translation>Reopen the claim</translation>
    </message>
    <message>
        <location filename="../../app/ui/widgets/explain.py"/>
        <source>Règle</source>
        <translation>Rule</translation>
    </message>
    <message>
        <location filename="../../app/services/sync_words.py"/>
        <source>Règles de l’offre à la signature</source>
        <translation>Rules of the offer at signature</translation>
    </message>
    <message>
        <location filename="../../app/ui/sync/controller.py"/>
        <source>Réception : {done} sur {total}</source>
        <translation>Receiving: {done} of {total}</translation>
    </message>
    <message>
        <location filename="../../app/ui/sync/controller.py"/>
        <source>Réception…</source>
        <translation>Receiving…</translation>
    </message>
    <message>
        <location filename="../../app/documents/recovery_sheet.py"/>
        <source>Récupérer les données avec Parclair</source>
        <translation>Getting the data back with Parclair</translation>
    </message>
    <message>
        <location filename="../../app/ui/documents/preview_bar.py"/>
        <source>Réduire (Ctrl+-)</source>
        <translation>Zoom out (Ctrl+-)</translation>
    </message>
    <message>
        <location filename="../../app/ui/application.py"/>
        <source>Réessayer</source>
        <translation>Try again</translation>
    </message>
    <message>
        <location filename="../../app/ui/sync/popover.py"/>
        <source>Réglages</source>
        <translation>Settings</translation>
    </message>
    <message>
        <location filename="../../app/domain/backup_problems.py"/>
        <source>Réinstallez Parclair ou installez restic, ou indiquez où il se trouve.</source>
        <translation>Reinstall Parclair or install restic, or say where it is.</translation>
    </message>
    <message>
        <location filename="../../app/domain/records.py"/>
        <source>Réparé et rendu</source>
        <translation>Repaired and returned</translation>
    </message>
    <message>
        <location filename="../../app/documents/statistics.py"/>
        <source>Réponse</source>
        <translation>Rated</translation>
    </message>
    <message>
        <location filename="../../app/services/home_support.py"/>
        <source>Réponse en retard, attendue pour le {due} · {urgency} · {number}</source>
        <translation>Answer overdue, expected by {due} · {urgency} · {number}</translation>
    </message>
    <message>
        <location filename="../../app/documents/statistics.py"/>
        <source>Réponses</source>
        <translation>Answers</translation>
    </message>
    <message>
        <location filename="../../app/domain/pc_words.py"/>
        <source>Réseau</source>
        <translation>Network</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/plan_when.py"/>
        <source>Réseau et contrôle</source>
        <translation>Network and checks</translation>
    </message>
    <message>
        <location filename="../../app/commands/contract_show.py"/>
        <source>Résiliation</source>
        <translation>Termination</translation>
    </message>
    <message>
        <location filename="../../app/services/contract_events.py"/>
        <source>Résiliation abandonnée</source>
        <translation>Termination given up</translation>
    </message>
    <message>
        <location filename="../../app/commands/contract_papers.py"/>
        <source>Résiliation abandonnée.</source>
        <translation>Termination given up.</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/actions.py"/>
        <source>Résiliation abandonnée ; la lettre reste dans les documents.</source>
        <translation>Termination given up; the letter stays among the documents.</translation>
    </message>
    <message>
        <location filename="../../app/commands/contract_papers.py"/>
        <source>Résiliation du contrat {number} : {status}</source>
        <translation>Termination of contract {number}: {status}</translation>
    </message>
    <message>
        <location filename="../../app/domain/records.py"/>
        <source>Résiliation envoyée</source>
        <translation>Termination sent</translation>
    </message>
    <message>
        <location filename="../../app/domain/term_reasons.py"/>
        <source>Résiliation envoyée le</source>
        <translation>Termination sent on</translation>
    </message>
    <message>
        <location filename="../../app/domain/articles.py"/>
        <source>Résiliation et préavis</source>
        <translation>Ending the contract and notice</translation>
    </message>
    <message>
        <location filename="../../app/domain/term_reasons.py"/>
        <source>Résiliation reçue le</source>
        <translation>Termination received on</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/contract_list.py"/>
        <source>Résiliation à envoyer</source>
        <translation>Termination to send</translation>
    </message>
    <message>
        <location filename="../../app/services/home.py"/>
        <source>Résiliation à suivre : {number}</source>
        <translation>Termination to follow up: {number}</translation>
    </message>
    <message>
        <location filename="../../app/ui/tour_contracts.py"/>
        <source>Résiliation : le contrat finit le {day}</source>
        <translation>Termination: the contract ends on {day}</translation>
    </message>
    <message>
        <location filename="../../app/services/contract_events.py"/>
        <source>Résiliation : {status}</source>
        <translation>Termination: {status}</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/resign.py"/>
        <source>Résilier le contrat {number}</source>
        <translation>Terminate contract {number}</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/detail.py"/>
        <source>Résilier…</source>
        <translation>Terminate…</translation>
    </message>
    <message>
        <location filename="../../app/domain/records.py"/>
        <source>Résolue</source>
        <translation>Resolved</translation>
    </message>
    <message>
        <location filename="../../app/services/sync_words.py"/>
        <source>Résolue le</source>
        <translation>Resolved on</translation>
    </message>
    <message>
        <location filename="../../app/services/sync_words.py"/>
        <source>Résolution</source>
        <translation>Resolution</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/request_dialogs.py"/>
        <source>Résoudre</source>
        <translation>Resolve</translation>
    </message>
    <message>
        <location filename="../../app/domain/backup_state.py"/>
        <source>Résultat</source>
        <translation>Result</translation>
    </message>
    <message>
        <location filename="../../app/ui/documents/preview.py"/>
        <source>Résultat précédent (Maj+F3)</source>
        <translation>Previous result (Shift+F3)</translation>
    </message>
    <message>
        <location filename="../../app/ui/documents/preview.py"/>
        <source>Résultat suivant (F3)</source>
        <translation>Next result (F3)</translation>
    </message>
    <message>
        <location filename="../../app/ui/search_popup.py"/>
        <source>Résultats de la recherche</source>
        <translation>Search results</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/restore_steps.py"/>
        <source>Résumé</source>
        <translation>Summary</translation>
    </message>
    <message>
        <location filename="../../app/domain/records.py"/>
        <source>Réussie</source>
        <translation>Succeeded</translation>
    </message>
    <message>
        <location filename="../../app/services/technician_card.py"/>
        <source>Réussie le {moment}</source>
        <translation>Succeeded on {moment}</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/conditions.py"/>
        <source>S&amp;ouscrire l’option…</source>
        <translation>Su&amp;bscribe to the option…</translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/company.py"/>
        <source>SARL, SAS, entreprise individuelle…</source>
        <translation>SARL, SAS, sole trader…</translation>
    </message>
    <message>
        <location filename="../../app/documents/contract_sections.py"/>
        <source>SIREN</source>
        <translation>SIREN</translation>
    </message>
    <message>
        <location filename="../../app/ui/first_run/view.py"/>
        <source>SIREN non valide</source>
        <translation>SIREN not valid</translation>
    </message>
    <message>
        <location filename="../../app/ui/first_run/view.py"/>
        <source>SIREN valide</source>
        <translation>Valid SIREN</translation>
    </message>
    <message>
        <location filename="../../app/services/home.py"/>
        <source>SIREN à compléter</source>
        <translation>SIREN to fill in</translation>
    </message>
    <message>
        <location filename="../../app/ui/home/cards.py"/>
        <source>SIREN, adresse, IBAN : ils figurent sur vos contrats.</source>
        <translation>SIREN, address, IBAN: they are printed on your contracts.</translation>
    </message>
    <message>
        <location filename="../../app/documents/contract_sections.py"/>
        <source>SIRET</source>
        <translation>SIRET</translation>
    </message>
    <message>
        <location filename="../../app/services/maintenance.py"/>
        <source>SQLite {version}</source>
        <translation>SQLite {version}</translation>
    </message>
    <message>
        <location filename="../../app/services/contract_obstacles.py"/>
        <source>Sa résiliation ne prenait effet que le {day} : vérifiez la date.</source>
        <translation>Its termination was to take effect only on {day}: check the date.</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/notices.py"/>
        <source>Saisir le mot de passe…</source>
        <translation>Enter the password…</translation>
    </message>
    <message>
        <location filename="../../app/ui/sync/popover.py"/>
        <source>Saisir un nouveau code…</source>
        <translation>Enter a new code…</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/dialogs.py"/>
        <source>Saisissez le mot de passe</source>
        <translation>Enter the password</translation>
    </message>
    <message>
        <location filename="../../app/domain/backup_problems.py"/>
        <source>Saisissez le mot de passe qui figure sur la fiche de secours, puis relancez.</source>
        <translation>Type the password that is on the recovery sheet, then try again.</translation>
    </message>
    <message>
        <location filename="../../app/services/paper.py"/>
        <source>Samedi</source>
        <translation>Saturday</translation>
    </message>
    <message>
        <location filename="../../app/server/commands.py"/>
        <source>Sans --smtp-host, aucun ne part.</source>
        <translation>Without --smtp-host, none is sent.</translation>
    </message>
    <message>
        <location filename="../../app/documents/recovery_sheet.py"/>
        <source>Sans Parclair</source>
        <translation>Without Parclair</translation>
    </message>
    <message>
        <location filename="../../app/documents/recovery_sheet.py"/>
        <source>Sans ce mot de passe, personne ne peut lire les sauvegardes, pas même votre prestataire.</source>
        <translation>Without this password nobody can read the backups, not even your provider.</translation>
    </message>
    <message>
        <location filename="../../app/ui/equipment/assign_dialog.py"/>
        <source>Sans collaborateur pour le moment.</source>
        <translation>Not assigned at the moment.</translation>
    </message>
    <message>
        <location filename="../../app/services/support_cover.py"/>
        <source>Sans contrat, l’aide coûterait {price} HT par demi-heure commencée ({offer}).</source>
        <translation>Without a contract, help would cost {price} excl. VAT per half-hour begun ({offer}).</translation>
    </message>
    <message>
        <location filename="../../app/domain/end_of_rental.py"/>
        <source>Sans devis, le loyer actuel est supposé.</source>
        <translation>Without a quote, today’s rent is assumed.</translation>
    </message>
    <message>
        <location filename="../../app/documents/recovery_sheet.py"/>
        <source>Sans espaces entre les groupes ; majuscules et minuscules comptent.</source>
        <translation>No spaces between the groups; capitals and small letters matter.</translation>
    </message>
    <message>
        <location filename="../../app/domain/cover.py"/>
        <source>Sans franchise.</source>
        <translation>No excess to pay.</translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/data.py"/>
        <source>Sans objet</source>
        <translation>Does not apply</translation>
    </message>
    <message>
        <location filename="../../app/domain/records.py"/>
        <source>Sans reconduction</source>
        <translation>No renewal</translation>
    </message>
    <message>
        <location filename="../../app/domain/term_reasons.py"/>
        <source>Sans résiliation, le contrat repart le {day} pour {months}.</source>
        <translation>Without a termination, the contract starts again on {day} for {months}.</translation>
    </message>
    <message>
        <location filename="../../app/ui/sync/connect_dialog.py"/>
        <source>Sans serveur, rien ne change : tout reste sur ce PC.</source>
        <translation>Without a server nothing changes: everything stays on this PC.</translation>
    </message>
    <message>
        <location filename="../../app/domain/term_reasons.py"/>
        <source>Sans échéance, il n’y a pas de jour d’envoi à conseiller.</source>
        <translation>Without a deadline, there is no sending day to recommend.</translation>
    </message>
    <message>
        <location filename="../../app/ui/home/cards.py"/>
        <source>Satisfaction</source>
        <translation>Satisfaction</translation>
    </message>
    <message>
        <location filename="../../app/commands/backup.py"/>
        <source>Sauvegarde</source>
        <translation>Backup</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/endings.py"/>
        <source>Sauvegarde arrêtée. Les précédentes sont intactes</source>
        <translation>Backup stopped. Earlier ones are intact</translation>
    </message>
    <message>
        <location filename="../../app/services/home_backups.py"/>
        <source>Sauvegarde critique : {name}</source>
        <translation>Backup critical: {name}</translation>
    </message>
    <message>
        <location filename="../../app/services/backup_jobs.py"/>
        <source>Sauvegarde en cours</source>
        <translation>Backing up</translation>
    </message>
    <message>
        <location filename="../../app/services/home_backups.py"/>
        <source>Sauvegarde en retard : {name}</source>
        <translation>Backup late: {name}</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/chores.py"/>
        <source>Sauvegarde en échec</source>
        <translation>Backup failed</translation>
    </message>
    <message>
        <location filename="../../app/services/home_backups.py"/>
        <source>Sauvegarde en échec : {name}</source>
        <translation>Backup failed: {name}</translation>
    </message>
    <message>
        <location filename="../../app/domain/backup_problems.py"/>
        <source>Sauvegarde incomplète</source>
        <translation>Backup incomplete</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/endings.py"/>
        <source>Sauvegarde réussie : {files} fichiers, {added} ajoutés en {time}</source>
        <translation>Backup done: {files} files, {added} added in {time}</translation>
    </message>
    <message>
        <location filename="../../app/domain/end_of_rental.py"/>
        <source>Sauvegarder et effacer les données, puis renvoyer les appareils ; le transport est pris en charge.</source>
        <translation>Back up and erase the data, then send the devices back; shipping is paid for.</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/restore_steps.py"/>
        <source>Sauvegardes</source>
        <translation>Backups</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/plan_when.py"/>
        <source>Sauvegardes conservées (0 : aucune de ce genre)</source>
        <translation>Backups kept (0: none of this kind)</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/chores.py"/>
        <source>Sauvegardes à surveiller</source>
        <translation>Backups to watch</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/resign.py"/>
        <source>Seront aussi préparées : {numbers}</source>
        <translation>Also prepared: {numbers}</translation>
    </message>
    <message>
        <location filename="../../app/commands/sync.py"/>
        <source>Serveur</source>
        <translation>Server</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/words.py"/>
        <source>Serveur SFTP</source>
        <translation>SFTP server</translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/server.py"/>
        <source>Serveur du prestataire</source>
        <translation>Provider’s server</translation>
    </message>
    <message>
        <location filename="../../app/ui/sync/connect_dialog.py"/>
        <source>Serveur et code</source>
        <translation>Server and code</translation>
    </message>
    <message>
        <location filename="../../app/sync/errors.py"/>
        <source>Serveur injoignable : {reason}. Rien n’a été changé.</source>
        <translation>The server cannot be reached: {reason}. Nothing was changed.</translation>
    </message>
    <message>
        <location filename="../../app/sync/errors.py"/>
        <source>Serveur injoignable : {reason}. Vos changements attendent ici.</source>
        <translation>Server unreachable: {reason}. Your changes are waiting here.</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/words.py"/>
        <source>Serveur restic (REST)</source>
        <translation>restic server (REST)</translation>
    </message>
    <message>
        <location filename="../../app/services/home.py"/>
        <source>Ses dates et ses prix manquent ici</source>
        <translation>Its dates and prices are missing here</translation>
    </message>
    <message>
        <location filename="../../app/ui/tour_contracts.py"/>
        <source>Ses dates, calculées et dessinées</source>
        <translation>Its dates, computed and drawn</translation>
    </message>
    <message>
        <location filename="../../app/services/sync_words.py"/>
        <source>Session TeamViewer</source>
        <translation>TeamViewer session</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/timeline.py"/>
        <source>Session TeamViewer {id}</source>
        <translation>TeamViewer session {id}</translation>
    </message>
    <message>
        <location filename="../../app/ui/technician/session.py"/>
        <source>Session de {name} terminée</source>
        <translation>{name}’s session ended</translation>
    </message>
    <message>
        <location filename="../../app/domain/record_words.py"/>
        <source>Session technicien</source>
        <translation>Technician session</translation>
    </message>
    <message>
        <location filename="../../app/ui/technician/banner.py"/>
        <source>Session technicien : {name}</source>
        <translation>Technician session: {name}</translation>
    </message>
    <message>
        <location filename="../../app/ui/technician/banner.py"/>
        <source>Session technicien : {name} depuis {hour}</source>
        <translation>Technician session: {name} since {hour}</translation>
    </message>
    <message>
        <location filename="../../app/ui/technician/banner.py"/>
        <source>Session technicien : {name} depuis {hour} ({number}) — tout ce qui est fait est inscrit sous ce nom</source>
        <translation>Technician session: {name} since {hour} ({number}) — everything done is recorded under this name</translation>
    </message>
    <message>
        <location filename="../../app/ui/technician/banner.py"/>
        <source>Session technicien : {name} depuis {hour} — tout ce qui est fait est inscrit sous ce nom</source>
        <translation>Technician session: {name} since {hour} — everything done is recorded under this name</translation>
    </message>
    <message>
        <location filename="../../app/server/sync/checks.py"/>
        <source>Seul le prestataire modifie : {fields}.</source>
        <translation>Only the provider changes: {fields}.</translation>
    </message>
    <message>
        <location filename="../../app/server/sync/checks.py"/>
        <source>Seul le prestataire écrit cet enregistrement.</source>
        <translation>Only the provider writes this record.</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/dates_step.py"/>
        <source>Seule durée de cette offre.</source>
        <translation>The only length of this offer.</translation>
    </message>
    <message>
        <location filename="../../app/ui/first_run/view.py"/>
        <source>Seule la raison sociale est nécessaire. Le reste se complète dans les paramètres.</source>
        <translation>Only the company name is needed. The rest can be filled in later, in the settings.</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/quoted_services.py"/>
        <source>Seules celles que vous cochez sont dues. Sans le devis sous la main, n’en cochez aucune : elles resteront à vérifier.</source>
        <translation>Only those you tick are due. If you do not have the quote at hand, tick none: they will remain to be checked.</translation>
    </message>
    <message>
        <location filename="../../app/domain/managed_services.py"/>
        <source>Seules sont dues les prestations que nomme le devis.</source>
        <translation>Only the services that the quote names are due.</translation>
    </message>
    <message>
        <location filename="../../app/ui/equipment/bulk_dialog.py"/>
        <source>Seuls les champs cochés sont modifiés, sur toutes les machines choisies.</source>
        <translation>Only ticked fields are changed, on all the chosen machines.</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/plan_password.py"/>
        <source>Si ce PC est volé ou tombe en panne, cette fiche permet à n’importe quel technicien de récupérer vos fichiers : elle dit où sont les sauvegardes, comment les ouvrir, et leur mot de passe. Rangez-la sous clé, ailleurs que près de ce PC.</source>
        <translation>If this PC is stolen or breaks down, this sheet lets any technician recover your files: it says where the backups are, how to open them, and their password. Lock it away, not next to this PC.</translation>
    </message>
    <message>
        <location filename="../../app/domain/article_services.py"/>
        <source>Si le Client met fin à la location, il lui revient de résilier aussi le présent contrat, par une demande distincte.</source>
        <translation>If the Customer ends the rental, it is for the Customer to end this contract too, by a separate notice.</translation>
    </message>
    <message>
        <location filename="../../app/services/sync_meeting.py"/>
        <source>Si le serveur a déjà une fiche de l’entreprise, elle reste et celle d’ici complète ce qui lui manque ; sinon celle d’ici est envoyée.</source>
        <translation>If the server already has a company record, it stays and the one here fills in what it lacks; otherwise the one here is sent.</translation>
    </message>
    <message>
        <location filename="../../app/domain/article_services.py"/>
        <source>Si un modèle demande un délai plus long, le Prestataire en informe le Client avant la signature.</source>
        <translation>If a model takes longer, the Provider informs the Customer before signature.</translation>
    </message>
    <message>
        <location filename="../../app/documents/resignation_letter.py"/>
        <source>Signature</source>
        <translation>Signature</translation>
    </message>
    <message>
        <location filename="../../app/documents/contract_sections.py"/>
        <source>Signatures</source>
        <translation>Signatures</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/small_dialogs.py"/>
        <source>Signer le contrat</source>
        <translation>Sign the contract</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/detail.py"/>
        <source>Signer…</source>
        <translation>Sign…</translation>
    </message>
    <message>
        <location filename="../../app/domain/records.py"/>
        <source>Signé</source>
        <translation>Signed</translation>
    </message>
    <message>
        <location filename="../../app/services/sync_words.py"/>
        <source>Signé le</source>
        <translation>Signed on</translation>
    </message>
    <message>
        <location filename="../../app/services/sync_words.py"/>
        <source>Signé à</source>
        <translation>Signed at</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/overview.py"/>
        <source>Signé à {place}</source>
        <translation>Signed in {place}</translation>
    </message>
    <message>
        <location filename="../../app/commands/claim.py"/>
        <source>Sinistre</source>
        <translation>Claim</translation>
    </message>
    <message>
        <location filename="../../app/services/home_support.py"/>
        <source>Sinistre en cours : {number}</source>
        <translation>Claim in progress: {number}</translation>
    </message>
    <message>
        <location filename="../../app/services/claims.py"/>
        <source>Sinistre inconnu : « {number} ». Connus : {known}</source>
        <translation>Unknown claim: “{number}”. Known: {known}</translation>
    </message>
    <message>
        <location filename="../../app/services/claim_reading.py"/>
        <source>Sinistre introuvable : {id}</source>
        <translation>Claim not found: {id}</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/claim_detail.py"/>
        <source>Sinistre {number}</source>
        <translation>Claim {number}</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/claim_assistant.py"/>
        <source>Sinistre {number} enregistré</source>
        <translation>Claim {number} recorded</translation>
    </message>
    <message>
        <location filename="../../app/commands/claim_show.py"/>
        <source>Sinistre {number} : {type}, {machine}</source>
        <translation>Claim {number}: {type}, {machine}</translation>
    </message>
    <message>
        <location filename="../../app/ui/equipment/panel.py"/>
        <source>Sinistres</source>
        <translation>Claims</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/claim_detail.py"/>
        <source>Sinistré</source>
        <translation>Damaged</translation>
    </message>
    <message>
        <location filename="../../app/commands/equipment.py"/>
        <source>Site</source>
        <translation>Site</translation>
    </message>
    <message>
        <location filename="../../app/commands/office.py"/>
        <source>Site ajouté : {id}</source>
        <translation>Site added: {id}</translation>
    </message>
    <message>
        <location filename="../../app/documents/contract_sections.py"/>
        <source>Site concerné</source>
        <translation>Site served</translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/sites.py"/>
        <source>Site enregistré</source>
        <translation>Site saved</translation>
    </message>
    <message>
        <location filename="../../app/services/office.py"/>
        <source>Site introuvable : {id}</source>
        <translation>No such site: {id}</translation>
    </message>
    <message>
        <location filename="../../app/ui/search_kinds.py"/>
        <source>Sites</source>
        <translation>Sites</translation>
    </message>
    <message>
        <location filename="../../app/domain/records.py"/>
        <source>Smartphone</source>
        <translation>Smartphone</translation>
    </message>
    <message>
        <location filename="../../app/services/support_reading.py"/>
        <source>Solution : {text}</source>
        <translation>Solution: {text}</translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/appearance.py"/>
        <source>Sombre</source>
        <translation>Dark</translation>
    </message>
    <message>
        <location filename="../../app/domain/article_services.py"/>
        <source>Sont seules dues les prestations que nomme le devis, parmi celles qui suivent.</source>
        <translation>Only those of the following services that the quote names are due.</translation>
    </message>
    <message>
        <location filename="../../app/domain/managed_services.py"/>
        <source>Souhaitée le</source>
        <translation>Wanted on</translation>
    </message>
    <message>
        <location filename="../../app/ui/equipment/words.py"/>
        <source>Sous garantie</source>
        <translation>Under warranty</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/subscribe.py"/>
        <source>Souscrire l’option de sauvegarde</source>
        <translation>Subscribe to the backup option</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/licences.py"/>
        <source>Souscrite</source>
        <translation>Subscribed</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/view.py"/>
        <source>Statistiques</source>
        <translation>Statistics</translation>
    </message>
    <message>
        <location filename="../../app/documents/statistics.py"/>
        <source>Statistiques de l’assistance</source>
        <translation>Support statistics</translation>
    </message>
    <message>
        <location filename="../../app/services/statistics.py"/>
        <source>Statistiques de l’assistance, {day}</source>
        <translation>Support statistics, {day}</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/all_requests.py"/>
        <source>Statut</source>
        <translation>Status</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/words.py"/>
        <source>Stockage S3</source>
        <translation>S3 storage</translation>
    </message>
    <message>
        <location filename="../../app/services/sync_words.py"/>
        <source>Suit le parc</source>
        <translation>Follows the fleet</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/claim_detail.py"/>
        <source>Suite</source>
        <translation>Next</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/rental_end.py"/>
        <source>Suites possibles</source>
        <translation>What can come next</translation>
    </message>
    <message>
        <location filename="../../app/ui/tour_contracts.py"/>
        <source>Suivant</source>
        <translation>Next</translation>
    </message>
    <message>
        <location filename="../../app/ui/tour.py"/>
        <source>Suivi de la résiliation</source>
        <translation>Follow-up of the termination</translation>
    </message>
    <message>
        <location filename="../../app/ui/tour_contracts.py"/>
        <source>Suivi : l’envoi et sa preuve</source>
        <translation>Follow-up: the sending and its proof</translation>
    </message>
    <message>
        <location filename="../../app/domain/records.py"/>
        <source>Support logiciel</source>
        <translation>Software support</translation>
    </message>
    <message>
        <location filename="../../app/ui/equipment/record_tabs.py"/>
        <source>Suppression</source>
        <translation>Deleted</translation>
    </message>
    <message>
        <location filename="../../app/ui/equipment/record_tabs.py"/>
        <source>Suppression annulée</source>
        <translation>Deletion undone</translation>
    </message>
    <message>
        <location filename="../../app/services/backup_jobs.py"/>
        <source>Suppression des sauvegardes anciennes</source>
        <translation>Removing old backups</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/detail.py"/>
        <source>Supprimer</source>
        <translation>Delete</translation>
    </message>
    <message>
        <location filename="../../app/ui/documents/view.py"/>
        <source>Supprimer ce document (Suppr)</source>
        <translation>Delete this document (Del)</translation>
    </message>
    <message>
        <location filename="../../app/ui/sync/inbox_words.py"/>
        <source>Supprimer quand &amp;même</source>
        <translation>Delete &amp;anyway</translation>
    </message>
    <message>
        <location filename="../../app/ui/sync/inbox_words.py"/>
        <source>Supprimer {n} enregistrements ?</source>
        <translation>Delete {n} records?</translation>
    </message>
    <message>
        <location filename="../../app/ui/sync/inbox_words.py"/>
        <source>Supprimer {n} enregistrement ?</source>
        <translation>Delete {n} record?</translation>
    </message>
    <message>
        <location filename="../../app/ui/sync/inbox_words.py"/>
        <source>Supprimé ailleurs</source>
        <translation>Deleted elsewhere</translation>
    </message>
    <message>
        <location filename="../../app/services/home_sync.py"/>
        <source>Supprimé ailleurs, modifié ici</source>
        <translation>Deleted elsewhere, changed here</translation>
    </message>
    <message>
        <location filename="../../app/services/home_sync.py"/>
        <source>Supprimé ici, modifié ailleurs</source>
        <translation>Deleted here, changed elsewhere</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/rental_end.py"/>
        <source>Sur 12 mois</source>
        <translation>Over 12 months</translation>
    </message>
    <message>
        <location filename="../../app/domain/end_of_rental.py"/>
        <source>Sur 12 mois : 12 × {rent} = {total} HT</source>
        <translation>Over 12 months: 12 × {rent} = {total} excl. VAT</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/rental_end.py"/>
        <source>Sur 24 mois</source>
        <translation>Over 24 months</translation>
    </message>
    <message>
        <location filename="../../app/domain/end_of_rental.py"/>
        <source>Sur 24 mois : 24 × {rent} = {total} HT</source>
        <translation>Over 24 months: 24 × {rent} = {total} excl. VAT</translation>
    </message>
    <message>
        <location filename="../../app/ui/sync/connect_dialog.py"/>
        <source>Sur ce poste</source>
        <translation>On this computer</translation>
    </message>
    <message>
        <location filename="../../app/ui/sync/connect_dialog.py"/>
        <source>Sur le serveur</source>
        <translation>On the server</translation>
    </message>
    <message>
        <location filename="../../app/domain/records.py"/>
        <source>Sur place</source>
        <translation>On site</translation>
    </message>
    <message>
        <location filename="../../app/domain/visits.py"/>
        <source>Sur place, hors contrat : {reason}</source>
        <translation>On site, off contract: {reason}</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/offer_step.py"/>
        <source>Sur quelle offre porte le contrat ?</source>
        <translation>Which offer is the contract for?</translation>
    </message>
    <message>
        <location filename="../../app/commands/claim.py"/>
        <source>Survenu le</source>
        <translation>Happened on</translation>
    </message>
    <message>
        <location filename="../../app/ui/sync/popover.py"/>
        <source>Synchronisation</source>
        <translation>Synchronisation</translation>
    </message>
    <message>
        <location filename="../../app/ui/sync/popover.py"/>
        <source>Synchroniser maintenant</source>
        <translation>Synchronise now</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/detail.py"/>
        <source>Synthèse</source>
        <translation>Summary</translation>
    </message>
    <message>
        <location filename="../../app/domain/pc_words.py"/>
        <source>Système</source>
        <translation>System</translation>
    </message>
    <message>
        <location filename="../../app/documents/contract_sections.py"/>
        <source>TVA</source>
        <translation>VAT</translation>
    </message>
    <message>
        <location filename="../../app/commands/quote.py"/>
        <source>TVA {rate}</source>
        <translation>VAT {rate}</translation>
    </message>
    <message>
        <location filename="../../app/domain/pricing.py"/>
        <source>TVA {rate} calculée une fois sur le total, arrondie au centime : {vat}</source>
        <translation>VAT at {rate}, computed once on the total and rounded to the cent: {vat}</translation>
    </message>
    <message>
        <location filename="../../app/documents/contract_sections.py"/>
        <source>TVA à {rate}</source>
        <translation>VAT at {rate}</translation>
    </message>
    <message>
        <location filename="../../app/domain/records.py"/>
        <source>Tacite reconduction</source>
        <translation>Tacit renewal</translation>
    </message>
    <message>
        <location filename="../../app/domain/term_reasons.py"/>
        <source>Tacite reconduction : après l’engagement, le contrat repart pour {months} à chaque fois, compté depuis la date d’origine.</source>
        <translation>Tacit renewal: after the commitment, the contract starts again for {months} each time, counted from the original date.</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/history.py"/>
        <source>Taille</source>
        <translation>Size</translation>
    </message>
    <message>
        <location filename="../../app/services/sync_words.py"/>
        <source>Taille (octets)</source>
        <translation>Size (bytes)</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/history_series.py"/>
        <source>Taille totale</source>
        <translation>Total size</translation>
    </message>
    <message>
        <location filename="../../app/domain/article_parts.py"/>
        <source>Tant que court la durée d’engagement, ces prix demeurent fermes et ne peuvent faire l’objet d’aucune révision.</source>
        <translation>For as long as the commitment runs, these prices remain firm and cannot be revised.</translation>
    </message>
    <message>
        <location filename="../../app/ui/equipment/person_field.py"/>
        <source>Tapez un nom</source>
        <translation>Type a name</translation>
    </message>
    <message>
        <location filename="../../app/domain/pricing.py"/>
        <source>Taux de TVA</source>
        <translation>VAT rate</translation>
    </message>
    <message>
        <location filename="../../app/commands/support.py"/>
        <source>Taux de réponse</source>
        <translation>Response rate</translation>
    </message>
    <message>
        <location filename="../../app/system/teamviewer.py"/>
        <source>TeamViewer est installé mais n’a pas encore d’ID : ouvrez-le une fois avec Internet</source>
        <translation>TeamViewer is installed but has no ID yet: open it once while online</translation>
    </message>
    <message>
        <location filename="../../app/ui/technician/card.py"/>
        <source>TeamViewer ne s’ouvre pas sur ce PC.</source>
        <translation>TeamViewer does not open on this PC.</translation>
    </message>
    <message>
        <location filename="../../app/ui/technician/card.py"/>
        <source>TeamViewer ne s’ouvre pas sur ce PC : l’ID {id} est copié.</source>
        <translation>TeamViewer does not open on this PC: the ID {id} has been copied.</translation>
    </message>
    <message>
        <location filename="../../app/ui/technician/card.py"/>
        <source>TeamViewer n’a pas été trouvé sur ce PC.</source>
        <translation>TeamViewer was not found on this PC.</translation>
    </message>
    <message>
        <location filename="../../app/system/teamviewer.py"/>
        <source>TeamViewer n’est pas installé sur ce PC</source>
        <translation>TeamViewer is not installed on this PC</translation>
    </message>
    <message>
        <location filename="../../app/commands/support.py"/>
        <source>Technicien</source>
        <translation>Technician</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/claim_words.py"/>
        <source>Tenu en retard, {moment}</source>
        <translation>Kept late, {moment}</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/claim_words.py"/>
        <source>Tenu, {moment}</source>
        <translation>Kept, {moment}</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/plan_dialog.py"/>
        <source>Terminer</source>
        <translation>Finish</translation>
    </message>
    <message>
        <location filename="../../app/ui/technician/banner.py"/>
        <source>Terminer la session du technicien</source>
        <translation>End the technician’s session</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/intervention_dialogs.py"/>
        <source>Terminer l’intervention</source>
        <translation>Finish the intervention</translation>
    </message>
    <message>
        <location filename="../../app/domain/records.py"/>
        <source>Terminé</source>
        <translation>Ended</translation>
    </message>
    <message>
        <location filename="../../app/commands/contract_show.py"/>
        <source>Terminé le</source>
        <translation>Ended on</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/rating.py"/>
        <source>Terminée le {moment}</source>
        <translation>Finished on {moment}</translation>
    </message>
    <message>
        <location filename="../../app/services/sync_words.py"/>
        <source>Texte</source>
        <translation>Text</translation>
    </message>
    <message>
        <location filename="../../app/services/sync_words.py"/>
        <source>Texte de l’offre</source>
        <translation>Text of the offer</translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/appearance.py"/>
        <source>Thème</source>
        <translation>Theme</translation>
    </message>
    <message>
        <location filename="../../app/documents/recovery_sheet.py"/>
        <source>Tirets compris, sans espaces.</source>
        <translation>Hyphens included, no spaces.</translation>
    </message>
    <message>
        <location filename="../../app/services/sync_words.py"/>
        <source>Titre</source>
        <translation>Title</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/statistics_tables.py"/>
        <source>Total</source>
        <translation>Total</translation>
    </message>
    <message>
        <location filename="../../app/commands/quote.py"/>
        <source>Total HT</source>
        <translation>Total excl. VAT</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/review_step.py"/>
        <source>Total HT par mois</source>
        <translation>Total per month excl. VAT</translation>
    </message>
    <message>
        <location filename="../../app/commands/quote.py"/>
        <source>Total TTC</source>
        <translation>Total incl. VAT</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/review_step.py"/>
        <source>Total TTC par mois</source>
        <translation>Total per month incl. VAT</translation>
    </message>
    <message>
        <location filename="../../app/documents/contract_sections.py"/>
        <source>Total mensuel HT</source>
        <translation>Monthly total excl. VAT</translation>
    </message>
    <message>
        <location filename="../../app/domain/pricing.py"/>
        <source>Total mensuel HT : {sum} = {total}</source>
        <translation>Monthly total excl. VAT: {sum} = {total}</translation>
    </message>
    <message>
        <location filename="../../app/documents/contract_sections.py"/>
        <source>Total mensuel TTC</source>
        <translation>Monthly total incl. VAT</translation>
    </message>
    <message>
        <location filename="../../app/domain/pricing.py"/>
        <source>Total mensuel TTC : {excl} + {vat} = {incl}</source>
        <translation>Monthly total incl. VAT: {excl} + {vat} = {incl}</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/smiley.py"/>
        <source>Touche {key}</source>
        <translation>Key {key}</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/contract_list.py"/>
        <source>Tous</source>
        <translation>All</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/dates_step.py"/>
        <source>Tous les sites</source>
        <translation>All sites</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/view.py"/>
        <source>Tout afficher</source>
        <translation>Show all</translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/data.py"/>
        <source>Tout ce que Parclair sait de votre entreprise est dans ce dossier, sur ce PC.</source>
        <translation>Everything Parclair knows about your company is in this folder, on this PC.</translation>
    </message>
    <message>
        <location filename="../../app/ui/widgets/chips.py"/>
        <source>Tout effacer</source>
        <translation>Clear all</translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/data.py"/>
        <source>Tout est en ordre</source>
        <translation>Everything is in order</translation>
    </message>
    <message>
        <location filename="../../app/ui/first_run/view.py"/>
        <source>Tout est gardé sur ce PC, dans ce dossier. Parclair marche sans réseau.</source>
        <translation>Everything is kept on this PC, in this folder. Parclair works without a network.</translation>
    </message>
    <message>
        <location filename="../../app/services/sync_meeting.py"/>
        <source>Tout est relu sur le serveur ; ce qui attend ici est gardé et part ensuite.</source>
        <translation>Everything is read again from the server; what is waiting here is kept and sent afterwards.</translation>
    </message>
    <message>
        <location filename="../../app/ui/sync/words.py"/>
        <source>Tout est à jour</source>
        <translation>Everything is up to date</translation>
    </message>
    <message>
        <location filename="../../app/ui/sync/connect_dialog.py"/>
        <source>Tout est échangé. Vous pouvez fermer cette fenêtre.</source>
        <translation>Everything has been exchanged. You can close this window.</translation>
    </message>
    <message>
        <location filename="../../app/domain/article_parts.py"/>
        <source>Tout mois commencé est dû en entier, y compris celui au cours duquel le contrat prend fin.</source>
        <translation>Every month begun is due in full, including the one in which the contract ends.</translation>
    </message>
    <message>
        <location filename="../../app/commands/doctor.py"/>
        <source>Tout va bien.</source>
        <translation>All is well.</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/plan_when.py"/>
        <source>Toutes les</source>
        <translation>Every</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/view.py"/>
        <source>Toutes les demandes</source>
        <translation>All requests</translation>
    </message>
    <message>
        <location filename="../../app/ui/sync/leaving.py"/>
        <source>Toutes les données restent sur ce PC. Pour revenir, il faudra un nouveau code.</source>
        <translation>All data stays on this PC. To come back, a new code will be needed.</translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/server.py"/>
        <source>Toutes les données restent sur ce PC ; rien n’est effacé sur le serveur.</source>
        <translation>All data stays on this PC; nothing is deleted on the server.</translation>
    </message>
    <message>
        <location filename="../../app/services/sync_meeting.py"/>
        <source>Toutes les données restent sur ce poste ; rien n’est effacé sur le serveur.</source>
        <translation>All data stays on this computer; nothing is deleted on the server.</translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/server.py"/>
        <source>Toutes les données sont sur ce PC. Avec un serveur, plusieurs postes et votre prestataire les partagent.</source>
        <translation>All data is on this PC. With a server, several computers and your provider share it.</translation>
    </message>
    <message>
        <location filename="../../app/ui/sync/chip.py"/>
        <source>Toutes les données sont sur cet ordinateur, et le programme marche sans réseau.</source>
        <translation>All your data is on this computer, and the program works without a network.</translation>
    </message>
    <message>
        <location filename="../../app/domain/managed_services.py"/>
        <source>Toutes les prestations de l’offre sont dues.</source>
        <translation>All services of the offer are due.</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/live_panel.py"/>
        <source>Tranche suivante, {range} : {price} HT l’unité, soit {total} HT hors options pour {n}.</source>
        <translation>Next tier, {range}: {price} each, that is {total} for {n}, excl. VAT and options.</translation>
    </message>
    <message>
        <location filename="../../app/documents/statistics_model.py"/>
        <source>Trimestre</source>
        <translation>Quarter</translation>
    </message>
    <message>
        <location filename="../../app/ui/home/cards.py"/>
        <source>Trois étapes, dans l’ordre que vous voulez.</source>
        <translation>Three steps, in any order you like.</translation>
    </message>
    <message>
        <location filename="../../app/services/technician_codes.py"/>
        <source>Trop de codes faux. Attendez {n} min avant le prochain essai.</source>
        <translation>Too many wrong codes. Wait {n} min before the next try.</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/prepared_files.py"/>
        <source>Trop de fichiers : il en faut {allowed}.</source>
        <translation>Too many files: it takes {allowed}.</translation>
    </message>
    <message>
        <location filename="../../app/server/ratings/pages.py"/>
        <source>Trop d’envois à la fois. Rien n’a été enregistré : attendez une minute, revenez à la page précédente et validez de nouveau.</source>
        <translation>Too many requests at once. Nothing has been recorded: wait a minute, go back to the previous page and send again.</translation>
    </message>
    <message>
        <location filename="../../app/sync/errors.py"/>
        <source>Trop d’essais. Attendez {n} min avant le suivant.</source>
        <translation>Too many attempts. Wait {n} min before the next one.</translation>
    </message>
    <message>
        <location filename="../../app/system/secrets.py"/>
        <source>Trousseaux d’accès de macOS</source>
        <translation>macOS Keychain</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/plan_what.py"/>
        <source>Trouvées sur ce PC : {folders}</source>
        <translation>Found on this PC: {folders}</translation>
    </message>
    <message>
        <location filename="../../app/commands/support.py"/>
        <source>Très bien</source>
        <translation>Great</translation>
    </message>
    <message>
        <location filename="../../app/documents/statistics.py"/>
        <source>Très bons</source>
        <translation>Top</translation>
    </message>
    <message>
        <location filename="../../app/commands/support.py"/>
        <source>Très bons avis</source>
        <translation>Top ratings</translation>
    </message>
    <message>
        <location filename="../../app/documents/statistics.py"/>
        <source>Très bons avis : leur nombre divisé par celui des avis. Réponse : les avis divisés par les interventions terminées.</source>
        <translation>Top: top ratings divided by all ratings. Rated: ratings divided by interventions ended.</translation>
    </message>
    <message>
        <location filename="../../app/commands/claim.py"/>
        <source>Type</source>
        <translation>Type</translation>
    </message>
    <message>
        <location filename="../../app/services/sync_words.py"/>
        <source>Type d’appareil</source>
        <translation>Type of device</translation>
    </message>
    <message>
        <location filename="../../app/server/sync/checks.py"/>
        <source>Type d’enregistrement inconnu : {type}.</source>
        <translation>Unknown type of record: {type}.</translation>
    </message>
    <message>
        <location filename="../../app/documents/statistics_model.py"/>
        <source>T{n}</source>
        <translation>Q{n}</translation>
    </message>
    <message>
        <location filename="../../app/documents/recovery_sheet.py"/>
        <source>Téléchargez restic ({site}), un logiciel libre.</source>
        <translation>Download restic ({site}), which is free software.</translation>
    </message>
    <message>
        <location filename="../../app/commands/office.py"/>
        <source>Téléphone</source>
        <translation>Telephone</translation>
    </message>
    <message>
        <location filename="../../app/domain/eligibility.py"/>
        <source>Un IBAN français</source>
        <translation>A French IBAN</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/plan_when.py"/>
        <source>Un PC éteint ou en veille rattrape de lui-même, quelques minutes après son réveil, la sauvegarde qu’il a manquée.</source>
        <translation>A PC that was off or asleep makes up for the backup it missed by itself, a few minutes after it wakes.</translation>
    </message>
    <message>
        <location filename="../../app/domain/eligibility.py"/>
        <source>Un SIREN valide</source>
        <translation>A valid SIREN</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/claim_dialogs.py"/>
        <source>Un appareil en stock</source>
        <translation>A device in stock</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/claims.py"/>
        <source>Un appareil loué en panne, cassé, mouillé, volé ou perdu ? Déclarez-le : vous saurez aussitôt si c’est couvert.</source>
        <translation>A rented device down, broken, wet, stolen or lost? Declare it: you will know at once whether it is covered.</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/claim_devices.py"/>
        <source>Un appareil loué passe au contrat de l’ancien ; un appareil acheté reste à vous.</source>
        <translation>A rented device comes under the old one’s contract; a device you bought stays yours.</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/claim_detail.py"/>
        <source>Un autre appareil a pris sa place.</source>
        <translation>Another device has taken its place.</translation>
    </message>
    <message>
        <location filename="../../app/services/backup_access.py"/>
        <source>Un autre dépôt que celui de ce poste se trouve à cette adresse.</source>
        <translation>Another repository than this PC’s is at this address.</translation>
    </message>
    <message>
        <location filename="../../app/ui/sync/inbox_words.py"/>
        <source>Un autre poste l’a supprimé pendant que vous le modifiiez ici. Vos changements sont gardés jusqu’à votre choix.</source>
        <translation>Another computer deleted it while you were changing it here. Your changes are kept until you choose.</translation>
    </message>
    <message>
        <location filename="../../app/ui/first_run/view.py"/>
        <source>Un autre poste utilise déjà Parclair ? Avec un code de votre prestataire, tout arrive ici.</source>
        <translation>Does another computer already use Parclair? With a code from your provider, everything arrives here.</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/rating.py"/>
        <source>Un commentaire, si vous voulez</source>
        <translation>A comment, if you like</translation>
    </message>
    <message>
        <location filename="../../app/server/ratings/pages.py"/>
        <source>Un commentaire ? (facultatif)</source>
        <translation>A comment? (optional)</translation>
    </message>
    <message>
        <location filename="../../app/server/sync/checks.py"/>
        <source>Un contrat signé ne se supprime pas.</source>
        <translation>A signed contract cannot be deleted.</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/words.py"/>
        <source>Un disque externe, un NAS ou un dossier partagé.</source>
        <translation>An external disk, a NAS or a shared folder.</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/claim_steps.py"/>
        <source>Un document manque ? Vous pourrez l’ajouter après.</source>
        <translation>A document is missing? You can add it later.</translation>
    </message>
    <message>
        <location filename="../../app/services/backup_sheet.py"/>
        <source>Un dossier ou un disque : branchez-le d’abord. Sa lettre peut avoir changé.</source>
        <translation>A folder or a disk: plug it in first. Its letter may have changed.</translation>
    </message>
    <message>
        <location filename="../../app/services/sync_meeting.py"/>
        <source>Un enregistrement connu des deux côtés n’est pas doublé ; où il diffère, la valeur du serveur reste et la vôtre attend votre choix.</source>
        <translation>A record that both sides know is not doubled; where it differs, the server’s value stands and yours waits for your choice.</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/words.py"/>
        <source>Un espace loué chez un hébergeur.</source>
        <translation>Space rented from a hosting company.</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/composer.py"/>
        <source>Un fichier est encore en cours de lecture : un instant.</source>
        <translation>A file is still being read: one moment.</translation>
    </message>
    <message>
        <location filename="../../app/server/ratings/pages.py"/>
        <source>Un instant, s’il vous plaît</source>
        <translation>One moment, please</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/claim_words.py"/>
        <source>Un liquide ou l’humidité l’a touché.</source>
        <translation>Liquid or damp got to it.</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/restore_steps.py"/>
        <source>Un nouveau dossier, au nom de la sauvegarde, y sera créé.</source>
        <translation>A new folder, named after the backup, will be created in it.</translation>
    </message>
    <message>
        <location filename="../../app/domain/cover.py"/>
        <source>Un nouvel appareil arrive {n} heures après la déclaration, jours fermés compris.</source>
        <translation>A new device arrives within {n} hours of the declaration, closed days included.</translation>
    </message>
    <message>
        <location filename="../../app/services/sync_meeting.py"/>
        <source>Un numéro donné des deux côtés est changé sur ce poste. Rien n’est effacé.</source>
        <translation>A number given on both sides is changed on this computer. Nothing is deleted.</translation>
    </message>
    <message>
        <location filename="../../app/services/sync_meeting.py"/>
        <source>Un numéro donné deux fois est changé sur ce poste.</source>
        <translation>A number that was given twice is changed on this computer.</translation>
    </message>
    <message>
        <location filename="../../app/ui/first_run/view.py"/>
        <source>Un pressing d’exemple : deux boutiques, quarante machines, trois contrats. Ses données sont inventées et remplissent le dossier de données, encore vide. Pour votre entreprise, vous repartirez d’un dossier vide.</source>
        <translation>A sample dry cleaner: two shops, forty devices, three contracts. Its data is made up and fills the data folder, still empty. For your own company you will start again from an empty folder.</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/price_step.py"/>
        <source>Un prix unitaire</source>
        <translation>One unit price</translation>
    </message>
    <message>
        <location filename="../../app/domain/call_back.py"/>
        <source>Un rendez-vous garde son heure et passe alors devant. Les autres demandes sont rappelées par urgence ({order}) et, à urgence égale, de la plus ancienne à la plus récente. Celles qui sont en cours ou attendent le client n’attendent pas d’appel : elles viennent en dernier.</source>
        <translation>An appointment holds its time and then goes first. The other requests are called back by urgency ({order}) and, at equal urgency, from the oldest to the newest. Those in progress or waiting for the customer wait for no call: they come last.</translation>
    </message>
    <message>
        <location filename="../../app/domain/article_services.py"/>
        <source>Un rendez-vous peut être convenu ; son heure est alors réservée.</source>
        <translation>An appointment may be agreed; its time is then reserved.</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/words.py"/>
        <source>Un renseignement, rien ne presse.</source>
        <translation>Something to ask, no hurry.</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/words.py"/>
        <source>Un serveur que ce PC joint par SSH, avec sa clé.</source>
        <translation>A server that this PC reaches over SSH, with its key.</translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/sites.py"/>
        <source>Un site est un lieu de travail : une boutique, un atelier. Ses jours fériés comptent dans les délais.</source>
        <translation>A site is a place of work: a shop, a workshop. Its public holidays count in deadlines.</translation>
    </message>
    <message>
        <location filename="../../app/domain/managed_services.py"/>
        <source>Un site à {cities}</source>
        <translation>A site in {cities}</translation>
    </message>
    <message>
        <location filename="../../app/services/backup_access.py"/>
        <source>Une autre opération de ce poste tient le dépôt.</source>
        <translation>Another operation of this PC holds the repository.</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/restore.py"/>
        <source>Une autre opération est en cours : attendez qu’elle finisse.</source>
        <translation>Another operation is under way: wait until it is finished.</translation>
    </message>
    <message>
        <location filename="../../app/documents/recovery_sheet.py"/>
        <source>Une base de données ouverte pendant la sauvegarde est une copie dans « {folder} », sous son propre chemin. Parclair la remet à sa place.</source>
        <translation>A database that was open during the backup is a copy in “{folder}”, under its own path. Parclair puts it back in its place.</translation>
    </message>
    <message>
        <location filename="../../app/domain/backup_state.py"/>
        <source>Une condition de l’option n’est pas remplie.</source>
        <translation>A condition of the option is not met.</translation>
    </message>
    <message>
        <location filename="../../app/domain/backup_eligibility.py"/>
        <source>Une connexion internet stable</source>
        <translation>A stable internet connection</translation>
    </message>
    <message>
        <location filename="../../app/ui/sync/chip.py"/>
        <source>Une copie de la base est faite chaque jour ; les sept dernières sont gardées.</source>
        <translation>The database is copied every day; the last seven copies are kept.</translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/data.py"/>
        <source>Une copie est faite par jour d’usage ; les sept dernières sont conservées.</source>
        <translation>One copy is made on each day of use; the last seven are kept.</translation>
    </message>
    <message>
        <location filename="../../app/server/organisations.py"/>
        <source>Une entreprise a déjà le SIREN {siren}.</source>
        <translation>An organisation already has SIREN {siren}.</translation>
    </message>
    <message>
        <location filename="../../app/server/sync/checks.py"/>
        <source>Une entreprise ne se supprime pas.</source>
        <translation>An organisation cannot be deleted.</translation>
    </message>
    <message>
        <location filename="../../app/ui/task_work.py"/>
        <source>Une erreur inattendue a interrompu l’opération. Vos données sont intactes. Vous pouvez réessayer.</source>
        <translation>An unexpected error stopped the operation. Your data is intact. You can try again.</translation>
    </message>
    <message>
        <location filename="../../app/ui/crash_dialog.py"/>
        <source>Une erreur inattendue s’est produite</source>
        <translation>Something unexpected went wrong</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/rental_end.py"/>
        <source>Une fois</source>
        <translation>Once</translation>
    </message>
    <message>
        <location filename="../../app/domain/managed_services.py"/>
        <source>Une fois par année de contrat</source>
        <translation>Once per contract year</translation>
    </message>
    <message>
        <location filename="../../app/domain/article_services.py"/>
        <source>Une franchise de {excess} est retenue pour chaque sinistre.</source>
        <translation>An excess of {excess} applies to each claim.</translation>
    </message>
    <message>
        <location filename="../../app/domain/cover.py"/>
        <source>Une franchise de {excess} reste à payer.</source>
        <translation>An excess of {excess} remains to be paid.</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/price_step.py"/>
        <source>Une grille de prix</source>
        <translation>A price table</translation>
    </message>
    <message>
        <location filename="../../app/domain/article_services.py"/>
        <source>Une intervention demandée hors contrat est facturée {rate} HT l’heure, soit {each} HT par tranche de {size}, toute tranche commencée étant due.</source>
        <translation>Help requested without a contract is billed {rate} excl. VAT per hour, that is {each} excl. VAT per {size}, any period begun being due in full.</translation>
    </message>
    <message>
        <location filename="../../app/domain/managed_services.py"/>
        <source>Une intervention sur place n’est due que si toutes ses conditions sont remplies.</source>
        <translation>An on-site visit is due only if all its conditions are met.</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/view.py"/>
        <source>Une licence paraît ici dès qu’un poste a un numéro de licence dans sa fiche, ou qu’un contrat comprend l’option de sauvegarde.</source>
        <translation>A licence appears here as soon as a PC has a licence number in its sheet, or a contract includes the backup option.</translation>
    </message>
    <message>
        <location filename="../../app/commands/request_import.py"/>
        <source>Une ligne est une demande ; close, elle a une intervention. Sans avis, comment est sa description. Une heure sans décalage est à l’heure de Paris ; si elle vient deux fois ou n’existe pas ce jour-là, noted dit comment elle a été lue. Relancer le même fichier ne change rien.</source>
        <translation>One row is one request; once closed, it has one intervention. Without a smiley, comment is its description. A time without an offset is Paris time; where it comes twice or does not exist that day, noted says how it was read. Running the same file again changes nothing.</translation>
    </message>
    <message>
        <location filename="../../app/ui/equipment/assign_dialog.py"/>
        <source>Une machine en service repasse en stock.</source>
        <translation>A machine in use goes back to stock.</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/notices.py"/>
        <source>Une opération est en cours dans un autre programme, par exemple le planificateur du système.</source>
        <translation>An operation is under way in another program, for example the system’s scheduler.</translation>
    </message>
    <message>
        <location filename="../../app/ui/technician/confirmation.py"/>
        <source>Une personne de l’entreprise, à côté du PC ou au téléphone.</source>
        <translation>Somebody from the company, next to the PC or on the phone.</translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/people.py"/>
        <source>Une personne inactive ne reçoit plus de matériel.</source>
        <translation>An inactive person is given no more equipment.</translation>
    </message>
    <message>
        <location filename="../../app/domain/article_services.py"/>
        <source>Une prestation qui n’est pas nommée au devis n’est pas due ; elle peut faire l’objet d’une demande de devis.</source>
        <translation>A service that the quote does not name is not due; a quote may be requested for it.</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/closing.py"/>
        <source>Une restauration est en cours</source>
        <translation>A restore is under way</translation>
    </message>
    <message>
        <location filename="../../app/services/resignations.py"/>
        <source>Une résiliation du contrat {number} est déjà préparée. Suivez-la ou abandonnez-la.</source>
        <translation>A termination of contract {number} is already prepared. Follow it up or give it up.</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/closing.py"/>
        <source>Une sauvegarde est en cours</source>
        <translation>A backup is under way</translation>
    </message>
    <message>
        <location filename="../../app/domain/backup_state.py"/>
        <source>Une sauvegarde est à jour jusqu’à {good} h, en retard jusqu’à {late} h, critique ensuite. Les heures où le poste était éteint ou en veille ne comptent pas.</source>
        <translation>A backup is up to date for {good} h, late up to {late} h, then critical. Hours in which the PC was off or asleep do not count.</translation>
    </message>
    <message>
        <location filename="../../app/services/backup_spool.py"/>
        <source>Une sauvegarde, vérification ou restauration est déjà en cours sur ce poste.</source>
        <translation>A backup, verification or restore is already under way on this PC.</translation>
    </message>
    <message>
        <location filename="../../app/server/sync/checks.py"/>
        <source>Une suppression ne porte pas de valeur.</source>
        <translation>A deletion carries no values.</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/closing.py"/>
        <source>Une vérification est en cours</source>
        <translation>A verification is under way</translation>
    </message>
    <message>
        <location filename="../../app/domain/article_parts.py"/>
        <source>Une échéance qui tombe un dimanche ou un jour férié n’est pas reportée.</source>
        <translation>A deadline that falls on a Sunday or a public holiday is not put off.</translation>
    </message>
    <message>
        <location filename="../../app/domain/pricing.py"/>
        <source>Unités {first} à {last} : {count} × {price} = {amount} HT</source>
        <translation>Units {first} to {last}: {count} × {price} = {amount} excl. VAT</translation>
    </message>
    <message>
        <location filename="../../app/commands/request.py"/>
        <source>Urgence</source>
        <translation>Urgency</translation>
    </message>
    <message>
        <location filename="../../app/services/support_reading.py"/>
        <source>Urgence : {old} → {new}</source>
        <translation>Urgency: {old} → {new}</translation>
    </message>
    <message>
        <location filename="../../app/ui/home/cards.py"/>
        <source>Urgent</source>
        <translation>Urgent</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/small_dialogs.py"/>
        <source>Utile s’il est signé ailleurs que chez le prestataire.</source>
        <translation>Useful when it is signed elsewhere than at the provider’s.</translation>
    </message>
    <message>
        <location filename="../../app/ui/technician/facts.py"/>
        <source>Utilisateur</source>
        <translation>User</translation>
    </message>
    <message>
        <location filename="../../app/ui/sync/inbox_detail.py"/>
        <source>Valeur actuelle</source>
        <translation>Current value</translation>
    </message>
    <message>
        <location filename="../../app/server/sync/checks.py"/>
        <source>Valeur impossible pour {field} : {value}.</source>
        <translation>Impossible value for {field}: {value}.</translation>
    </message>
    <message>
        <location filename="../../app/server/sync/checks.py"/>
        <source>Valeur trop imbriquée pour {field}.</source>
        <translation>Value nested too deep for {field}.</translation>
    </message>
    <message>
        <location filename="../../app/ui/equipment/bulk_dialog.py"/>
        <source>Valeurs différentes</source>
        <translation>Different values</translation>
    </message>
    <message>
        <location filename="../../app/server/sync/checks.py"/>
        <source>Valeurs manquantes : {fields}.</source>
        <translation>Missing values: {fields}.</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/rating.py"/>
        <source>Valider</source>
        <translation>Submit</translation>
    </message>
    <message>
        <location filename="../../app/server/ratings/pages.py"/>
        <source>Valider mon avis</source>
        <translation>Send my rating</translation>
    </message>
    <message>
        <location filename="../../app/server/ratings/pages.py"/>
        <source>Validez</source>
        <translation>Send</translation>
    </message>
    <message>
        <location filename="../../app/services/paper.py"/>
        <source>Vendredi</source>
        <translation>Friday</translation>
    </message>
    <message>
        <location filename="../../app/domain/pc_words.py"/>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <location filename="../../app/services/equipment.py"/>
        <source>Version du système</source>
        <translation>System version</translation>
    </message>
    <message>
        <location filename="../../app/commands/office.py"/>
        <source>Ville</source>
        <translation>Town</translation>
    </message>
    <message>
        <location filename="../../app/domain/managed_services.py"/>
        <source>Ville du site</source>
        <translation>City of the site</translation>
    </message>
    <message>
        <location filename="../../app/ui/tour.py"/>
        <source>Visite terminée : {n} fichiers dans {folder}</source>
        <translation>Tour done: {n} files in {folder}</translation>
    </message>
    <message>
        <location filename="../../app/ui/sync/connect_dialog.py"/>
        <source>Voici ce qu’il y a des deux côtés. Rien n’est encore réuni.</source>
        <translation>This is what there is on both sides. Nothing has been put together yet.</translation>
    </message>
    <message>
        <location filename="../../app/ui/notice.py"/>
        <source>Voir</source>
        <translation>Show</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/appointment.py"/>
        <source>Voir la file d’attente</source>
        <translation>See the queue</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/follow_up.py"/>
        <source>Voir la lettre</source>
        <translation>See the letter</translation>
    </message>
    <message>
        <location filename="../../app/ui/widgets/explain.py"/>
        <source>Voir la règle, les données et les étapes du calcul</source>
        <translation>See the rule, the inputs and the steps behind it</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/actions.py"/>
        <source>Voir le PDF</source>
        <translation>See the PDF</translation>
    </message>
    <message>
        <location filename="../../app/domain/cover.py"/>
        <source>Vol</source>
        <translation>Theft</translation>
    </message>
    <message>
        <location filename="../../app/ui/first_run/view.py"/>
        <source>Vos données restent ici</source>
        <translation>Your data stays here</translation>
    </message>
    <message>
        <location filename="../../app/ui/crash_dialog.py"/>
        <source>Vos données sont intactes : tout ce qui était enregistré l’est toujours.</source>
        <translation>Your data is intact: everything that was saved still is.</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/claim_machine.py"/>
        <source>Vos machines louées. Tapez un mot pour chercher dans toutes.</source>
        <translation>Your rented machines. Type a word to search all of them.</translation>
    </message>
    <message>
        <location filename="../../app/ui/equipment/dialog.py"/>
        <source>Vos modifications ne sont pas enregistrées.</source>
        <translation>Your changes are not saved.</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/rating.py"/>
        <source>Votre avis</source>
        <translation>Your rating</translation>
    </message>
    <message>
        <location filename="../../app/server/ratings/pages.py"/>
        <source>Votre avis est enregistré. Vous pouvez fermer cette page.</source>
        <translation>Your rating has been recorded. You can close this page.</translation>
    </message>
    <message>
        <location filename="../../app/server/ratings/pages.py"/>
        <source>Votre avis n’est pas encore enregistré. Validez une fois de plus, s’il vous plaît.</source>
        <translation>Your rating has not been recorded yet. Please send it once more.</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/rating.py"/>
        <source>Votre avis n’est pas enregistré.</source>
        <translation>Your rating has not been saved.</translation>
    </message>
    <message>
        <location filename="../../app/server/mails/messages.py"/>
        <source>Votre avis sur la demande {number}</source>
        <translation>Your rating of request {number}</translation>
    </message>
    <message>
        <location filename="../../app/server/ratings/pages.py"/>
        <source>Votre avis sur notre intervention</source>
        <translation>Your rating of our support</translation>
    </message>
    <message>
        <location filename="../../app/ui/first_run/view.py"/>
        <source>Votre entreprise</source>
        <translation>Your company</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/messages.py"/>
        <source>Votre message à {number} n’est pas envoyé : {why}</source>
        <translation>Your message on {number} was not sent: {why}</translation>
    </message>
    <message>
        <location filename="../../app/ui/sync/connect_dialog.py"/>
        <source>Votre prestataire vous a donné une adresse et un code à usage unique, valable 24 heures.</source>
        <translation>Your provider gave you an address and a one-time code, valid for 24 hours.</translation>
    </message>
    <message>
        <location filename="../../app/services/home_support.py"/>
        <source>Votre réponse est attendue · {urgency} · {number}</source>
        <translation>Your answer is awaited · {urgency} · {number}</translation>
    </message>
    <message>
        <location filename="../../app/ui/sync/controller.py"/>
        <source>Vous avez interrompu l’échange. Ce qui est arrivé est gardé ; il reprendra là quand vous le demanderez, ou au prochain démarrage.</source>
        <translation>You interrupted the exchange. What has arrived is kept; it will go on from there when you ask, or at the next start.</translation>
    </message>
    <message>
        <location filename="../../app/domain/managed_services.py"/>
        <source>Vous avez {n} contrats ; il en faut {least}.</source>
        <translation>You have {n} contracts; {least} are needed.</translation>
    </message>
    <message>
        <location filename="../../app/domain/managed_services.py"/>
        <source>Vous avez {n} contrat ; il en faut {least}.</source>
        <translation>You have {n} contract; {least} are needed.</translation>
    </message>
    <message>
        <location filename="../../app/domain/managed_services.py"/>
        <source>Vous louez {n} appareils ; il en faut {least}.</source>
        <translation>You rent {n} devices; {least} are needed.</translation>
    </message>
    <message>
        <location filename="../../app/domain/managed_services.py"/>
        <source>Vous louez {n} appareil ; il en faut {least}.</source>
        <translation>You rent {n} device; {least} are needed.</translation>
    </message>
    <message>
        <location filename="../../app/ui/sync/inbox_words.py"/>
        <source>Vous l’avez supprimé ici pendant que {by} le modifiait. Il est revenu jusqu’à votre choix.</source>
        <translation>You deleted it here while {by} was changing it. It is back until you choose.</translation>
    </message>
    <message>
        <location filename="../../app/ui/crash_dialog.py"/>
        <source>Vous pouvez continuer. Si l’erreur revient, redémarrez Parclair et transmettez le rapport ci-dessous.</source>
        <translation>You can carry on. If it happens again, restart Parclair and send us the report below.</translation>
    </message>
    <message>
        <location filename="../../app/ui/sync/connect_dialog.py"/>
        <source>Vous pouvez fermer cette fenêtre et continuer à travailler : l’échange se poursuit.</source>
        <translation>You can close this window and go on working: the exchange continues.</translation>
    </message>
    <message>
        <location filename="../../app/ui/sync/connect_dialog.py"/>
        <source>Vous pouvez fermer cette fenêtre : l’échange se poursuit.</source>
        <translation>You can close this window: the exchange goes on.</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/claim_steps.py"/>
        <source>Vous pouvez l’enregistrer quand même, pour mémoire : l’état de l’appareil change dans le parc, aucun délai ne court, et le prestataire reste libre d’accepter. {told}</source>
        <translation>You can keep it for the record all the same: the device’s status changes in the inventory, no clock runs, and the provider is free to accept. {told}</translation>
    </message>
    <message>
        <location filename="../../app/documents/resignation_letter.py"/>
        <source>Vous pouvez nous joindre au {phone}.</source>
        <translation>You can reach us on {phone}.</translation>
    </message>
    <message>
        <location filename="../../app/commands/contract_show.py"/>
        <source>Vu le</source>
        <translation>As of</translation>
    </message>
    <message>
        <location filename="../../app/domain/records.py"/>
        <source>Vérification</source>
        <translation>Check</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/endings.py"/>
        <source>Vérification arrêtée</source>
        <translation>Verification stopped</translation>
    </message>
    <message>
        <location filename="../../app/ui/tour_contracts.py"/>
        <source>Vérification avant d’enregistrer</source>
        <translation>Check before recording</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/new_request.py"/>
        <source>Vérification de la prise en charge…</source>
        <translation>Checking the cover…</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/claim_steps.py"/>
        <source>Vérification du contrat…</source>
        <translation>Checking the contract…</translation>
    </message>
    <message>
        <location filename="../../app/services/backup_jobs.py"/>
        <source>Vérification du dépôt</source>
        <translation>Verifying the repository</translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/data.py"/>
        <source>Vérification en cours…</source>
        <translation>Checking…</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/notices.py"/>
        <source>Vérifier de nouveau</source>
        <translation>Check again</translation>
    </message>
    <message>
        <location filename="../../app/domain/backup_problems.py"/>
        <source>Vérifiez la connexion, l’adresse et que le disque est branché. Parclair réessaie de lui-même.</source>
        <translation>Check the connection, the address, and that the disk is plugged in. Parclair tries again by itself.</translation>
    </message>
    <message>
        <location filename="../../app/domain/backup_problems.py"/>
        <source>Vérifiez l’adresse de la destination avec votre prestataire ; rien n’y a été écrit.</source>
        <translation>Check the destination’s address with your provider; nothing was written there.</translation>
    </message>
    <message>
        <location filename="../../app/domain/backup_problems.py"/>
        <source>Vérifiez l’adresse, l’identifiant et le mot de passe d’accès de la destination.</source>
        <translation>Check the destination’s address, user and access password.</translation>
    </message>
    <message>
        <location filename="../../app/ui/equipment/view.py"/>
        <source>Vérifiez l’orthographe, ou retirez ce qui restreint la liste.</source>
        <translation>Check the spelling, or remove what narrows the list.</translation>
    </message>
    <message>
        <location filename="../../app/domain/backup_eligibility.py"/>
        <source>Windows 10 ou une version plus récente</source>
        <translation>Windows 10 or later</translation>
    </message>
    <message>
        <location filename="../../app/domain/values/pc.py"/>
        <source>Windows Server n’a pas de Centre de sécurité</source>
        <translation>Windows Server has no Security Center</translation>
    </message>
    <message>
        <location filename="../../app/ui/main_window.py"/>
        <source>Zone suivante</source>
        <translation>Next area</translation>
    </message>
    <message>
        <location filename="../../app/ui/documents/preview_bar.py"/>
        <source>Zoom : {zoom}</source>
        <translation>Zoom: {zoom}</translation>
    </message>
    <message>
        <location filename="../../app/commands/contract_papers.py"/>
        <source>abandonner une résiliation dont la lettre n’est pas partie</source>
        <translation>give up a termination whose letter has not left</translation>
    </message>
    <message>
        <location filename="../../app/domain/reasons.py"/>
        <source>accès refusé</source>
        <translation>permission denied</translation>
    </message>
    <message>
        <location filename="../../app/domain/pc_words.py"/>
        <source>actif</source>
        <translation>on</translation>
    </message>
    <message>
        <location filename="../../app/commands/parsing.py"/>
        <source>actions</source>
        <translation>actions</translation>
    </message>
    <message>
        <location filename="../../app/domain/article_services.py"/>
        <source>activité bloquée</source>
        <translation>business at a standstill</translation>
    </message>
    <message>
        <location filename="../../app/server/cli.py"/>
        <source>adresse de l’expéditeur</source>
        <translation>sender’s address</translation>
    </message>
    <message>
        <location filename="../../app/server/cli.py"/>
        <source>adresse d’une base PostgreSQL</source>
        <translation>address of a PostgreSQL database</translation>
    </message>
    <message>
        <location filename="../../app/server/cli.py"/>
        <source>adresse d’écoute</source>
        <translation>address to listen on</translation>
    </message>
    <message>
        <location filename="../../app/server/cli.py"/>
        <source>adresse https du serveur, vue des clients</source>
        <translation>https address of the server as customers see it</translation>
    </message>
    <message>
        <location filename="../../app/commands/equipment.py"/>
        <source>affecter un matériel à quelqu’un, à tout moment et sans en informer le prestataire</source>
        <translation>assign equipment to somebody, at any time and without telling the provider</translation>
    </message>
    <message>
        <location filename="../../app/commands/office.py"/>
        <source>ajouter un collaborateur</source>
        <translation>add a person</translation>
    </message>
    <message>
        <location filename="../../app/commands/equipment.py"/>
        <source>ajouter un matériel</source>
        <translation>add equipment</translation>
    </message>
    <message>
        <location filename="../../app/commands/office.py"/>
        <source>ajouter un site</source>
        <translation>add a site</translation>
    </message>
    <message>
        <location filename="../../app/server/cli.py"/>
        <source>ajouter une entreprise</source>
        <translation>add an organisation</translation>
    </message>
    <message>
        <location filename="../../app/server/cli.py"/>
        <source>ajouter une personne et lui donner un jeton</source>
        <translation>add a person and give them a token</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/wording.py"/>
        <source>appareil</source>
        <translation>device</translation>
    </message>
    <message>
        <location filename="../../app/domain/article_services.py"/>
        <source>appareils loués</source>
        <translation>rented devices</translation>
    </message>
    <message>
        <location filename="../../app/server/cli.py"/>
        <source>après une restauration : commencer une nouvelle histoire</source>
        <translation>after a restore: begin a new history</translation>
    </message>
    <message>
        <location filename="../../app/commands/parsing.py"/>
        <source>arguments</source>
        <translation>arguments</translation>
    </message>
    <message>
        <location filename="../../app/commands/parsing.py"/>
        <source>arguments inconnus : {names}</source>
        <translation>unknown arguments: {names}</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/queue_list.py"/>
        <source>attend depuis {t}</source>
        <translation>waiting for {t}</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/words.py"/>
        <source>attend le mot de passe</source>
        <translation>waiting for the password</translation>
    </message>
    <message>
        <location filename="../../app/ui/tour_walker.py"/>
        <source>attendu en vain : {what}</source>
        <translation>waited in vain for {what}</translation>
    </message>
    <message>
        <location filename="../../app/services/request_rows.py"/>
        <source>attendu : {allowed}</source>
        <translation>expected: {allowed}</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/statistics_period.py"/>
        <source>au</source>
        <translation>to</translation>
    </message>
    <message>
        <location filename="../../app/domain/offer_checks.py"/>
        <source>au moins good_hours, soit {hours}</source>
        <translation>at least good_hours, that is {hours}</translation>
    </message>
    <message>
        <location filename="../../app/services/backup_plans.py"/>
        <source>au moins un dossier à sauvegarder</source>
        <translation>at least one folder to back up</translation>
    </message>
    <message>
        <location filename="../../app/domain/offer_types.py"/>
        <source>au moins un élément</source>
        <translation>at least one element</translation>
    </message>
    <message>
        <location filename="../../app/domain/offer_tiers.py"/>
        <source>au moins une tranche, ou quote_required = true</source>
        <translation>at least one tier, or quote_required = true</translation>
    </message>
    <message>
        <location filename="../../app/domain/offer_checks.py"/>
        <source>au moins working_days_min, soit {days}</source>
        <translation>at least working_days_min, that is {days}</translation>
    </message>
    <message>
        <location filename="../../app/domain/managed_services.py"/>
        <source>au moins {least}</source>
        <translation>at least {least}</translation>
    </message>
    <message>
        <location filename="../../app/commands/equipment.py"/>
        <source>au plus N lignes (100 par défaut)</source>
        <translation>at most N rows (100 by default)</translation>
    </message>
    <message>
        <location filename="../../app/domain/cover.py"/>
        <source>au plus tard le jour de la déclaration, le {day}</source>
        <translation>at the latest the day of the declaration, {day}</translation>
    </message>
    <message>
        <location filename="../../app/domain/term_dates.py"/>
        <source>au plus tard le jour de réception, {day}</source>
        <translation>no later than the day of receipt, {day}</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/claim_decision.py"/>
        <source>au plus tard {day}</source>
        <translation>by {day}</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/claim_decision.py"/>
        <source>au plus tard {moment}</source>
        <translation>by {moment}</translation>
    </message>
    <message>
        <location filename="../../app/domain/offer_types.py"/>
        <source>au plus {length} caractères</source>
        <translation>at most {length} characters</translation>
    </message>
    <message>
        <location filename="../../app/domain/offer_types.py"/>
        <source>au plus {most}</source>
        <translation>at most {most}</translation>
    </message>
    <message>
        <location filename="../../app/services/fields.py"/>
        <source>au plus {n} caractères</source>
        <translation>at most {n} characters</translation>
    </message>
    <message>
        <location filename="../../app/services/table_cells.py"/>
        <source>au plus {n} colonnes</source>
        <translation>at most {n} columns</translation>
    </message>
    <message>
        <location filename="../../app/services/support_files.py"/>
        <source>au plus {n} fichiers à la fois</source>
        <translation>at most {n} files at a time</translation>
    </message>
    <message>
        <location filename="../../app/domain/support_work.py"/>
        <source>au plus {n} jours après le début</source>
        <translation>at most {n} days after the start</translation>
    </message>
    <message>
        <location filename="../../app/services/table_cells.py"/>
        <source>au plus {n} lignes</source>
        <translation>at most {n} rows</translation>
    </message>
    <message>
        <location filename="../../app/domain/offer_types.py"/>
        <source>au plus {places} décimales</source>
        <translation>at most {places} decimals</translation>
    </message>
    <message>
        <location filename="../../app/ui/technician/facts.py"/>
        <source>aucun</source>
        <translation>none</translation>
    </message>
    <message>
        <location filename="../../app/ui/tour_contracts.py"/>
        <source>aucun contrat de location dans la liste</source>
        <translation>no rental contract in the list</translation>
    </message>
    <message>
        <location filename="../../app/services/backup_checks.py"/>
        <source>aucun plan de sauvegarde sur ce poste</source>
        <translation>no backup plan on this PC</translation>
    </message>
    <message>
        <location filename="../../app/documents/contract_sections.py"/>
        <source>aucun préavis stipulé</source>
        <translation>none stated</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/history_series.py"/>
        <source>aucun échec</source>
        <translation>no failures</translation>
    </message>
    <message>
        <location filename="../../app/__main__.py"/>
        <source>aucun écran : la fenêtre ne peut pas s’ouvrir ici. Les commandes fonctionnent sans écran (python -m app --help).</source>
        <translation>no display: the window cannot open here. Commands work without one (python -m app --help).</translation>
    </message>
    <message>
        <location filename="../../app/domain/managed_services.py"/>
        <source>aucune prestation</source>
        <translation>no service</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/history_series.py"/>
        <source>aucune sauvegarde</source>
        <translation>no backup</translation>
    </message>
    <message>
        <location filename="../../app/ui/technician/facts.py"/>
        <source>aucune sauvegarde connue</source>
        <translation>no backup known</translation>
    </message>
    <message>
        <location filename="../../app/domain/offer_tiers.py"/>
        <source>aucune tranche quand quote_required = true</source>
        <translation>no tier when quote_required = true</translation>
    </message>
    <message>
        <location filename="../../app/domain/pricing.py"/>
        <source>aucune : cette offre n’a pas d’option</source>
        <translation>none: this offer has no options</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/wording.py"/>
        <source>aujourd’hui</source>
        <translation>today</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/words.py"/>
        <source>aujourd’hui à {hour}</source>
        <translation>today at {hour}</translation>
    </message>
    <message>
        <location filename="../../app/commands/claim.py"/>
        <source>aussi ceux qui sont réglés</source>
        <translation>also those that are settled</translation>
    </message>
    <message>
        <location filename="../../app/commands/request.py"/>
        <source>avec --all seulement</source>
        <translation>with --all only</translation>
    </message>
    <message>
        <location filename="../../app/commands/request.py"/>
        <source>avec --all : au plus N lignes (100 par défaut)</source>
        <translation>with --all: at most N rows (100 by default)</translation>
    </message>
    <message>
        <location filename="../../app/commands/request.py"/>
        <source>avec --all : des mots, sans égard aux accents ni aux majuscules</source>
        <translation>with --all: words, whatever their accents and capitals</translation>
    </message>
    <message>
        <location filename="../../app/commands/request.py"/>
        <source>avec --all : passer les N premières</source>
        <translation>with --all: skip the first N</translation>
    </message>
    <message>
        <location filename="../../app/commands/request.py"/>
        <source>avec --all : un de {names}</source>
        <translation>with --all: one of {names}</translation>
    </message>
    <message>
        <location filename="../../app/commands/claim_steps.py"/>
        <source>avec --new seulement</source>
        <translation>with --new only</translation>
    </message>
    <message>
        <location filename="../../app/commands/claim_steps.py"/>
        <source>avec --new : comment on l’appelle (comme l’ancien par défaut)</source>
        <translation>with --new: what it is called (default: like the old one)</translation>
    </message>
    <message>
        <location filename="../../app/commands/claim_steps.py"/>
        <source>avec --new : son numéro de série</source>
        <translation>with --new: its serial number</translation>
    </message>
    <message>
        <location filename="../../app/commands/backup.py"/>
        <source>avec --recovery-sheet : ce système n’a pas de trousseau, et le mot de passe serait perdu</source>
        <translation>together with --recovery-sheet: this system has no keyring, and the password would be lost</translation>
    </message>
    <message>
        <location filename="../../app/documents/statistics.py"/>
        <source>avis</source>
        <translation>ratings</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/statistics_parts.py"/>
        <source>avis reçu</source>
        <translation>rating received</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/statistics_parts.py"/>
        <source>avis reçus</source>
        <translation>ratings received</translation>
    </message>
    <message>
        <location filename="../../app/store/errors.py"/>
        <source>base de données en lecture seule</source>
        <translation>read-only database</translation>
    </message>
    <message>
        <location filename="../../app/commands/doctor.py"/>
        <source>bon</source>
        <translation>good</translation>
    </message>
    <message>
        <location filename="../../app/commands/contract_papers.py"/>
        <source>calculer la fin, écrire la lettre de résiliation et la noter</source>
        <translation>compute the end, write the termination letter and record it</translation>
    </message>
    <message>
        <location filename="../../app/commands/contract_papers.py"/>
        <source>calculer seulement, ne rien écrire</source>
        <translation>only compute, write nothing</translation>
    </message>
    <message>
        <location filename="../../app/domain/article_services.py"/>
        <source>casse</source>
        <translation>breakage</translation>
    </message>
    <message>
        <location filename="../../app/commands/contract.py"/>
        <source>ce jour (aujourd’hui par défaut)</source>
        <translation>on this day (today by default)</translation>
    </message>
    <message>
        <location filename="../../app/services/request_rows.py"/>
        <source>ce nombre n’est pas une date</source>
        <translation>this number is not a date</translation>
    </message>
    <message>
        <location filename="../../app/services/request_imports.py"/>
        <source>ce numéro est celui d’une demande faite dans Parclair</source>
        <translation>this number belongs to a request made in Parclair</translation>
    </message>
    <message>
        <location filename="../../app/services/request_imports.py"/>
        <source>ce numéro est celui d’une demande supprimée</source>
        <translation>this number belongs to a deleted request</translation>
    </message>
    <message>
        <location filename="../../app/services/request_imports.py"/>
        <source>ce numéro est déjà à la ligne {line}</source>
        <translation>this number is already in row {line}</translation>
    </message>
    <message>
        <location filename="../../app/ui/sync/inbox_detail.py"/>
        <source>ce poste</source>
        <translation>this computer</translation>
    </message>
    <message>
        <location filename="../../app/commands/equipment.py"/>
        <source>ce que ce poste dit de lui-même</source>
        <translation>what this PC says of itself</translation>
    </message>
    <message>
        <location filename="../../app/cli.py"/>
        <source>ce que deux postes ont changé au même endroit, et les refus du serveur</source>
        <translation>what two computers changed in the same place, and the server’s refusals</translation>
    </message>
    <message>
        <location filename="../../app/commands/request_steps.py"/>
        <source>ce qui a été fait</source>
        <translation>what was done</translation>
    </message>
    <message>
        <location filename="../../app/commands/sync.py"/>
        <source>ce qui attend une décision</source>
        <translation>what waits for a decision</translation>
    </message>
    <message>
        <location filename="../../app/commands/contract.py"/>
        <source>ce qui est loué : {names}</source>
        <translation>what is rented: {names}</translation>
    </message>
    <message>
        <location filename="../../app/commands/request_steps.py"/>
        <source>ce qui l’a résolue</source>
        <translation>what resolved it</translation>
    </message>
    <message>
        <location filename="../../app/sync/line.py"/>
        <source>ce qui répond là ne parle pas https</source>
        <translation>what answers there does not speak https</translation>
    </message>
    <message>
        <location filename="../../app/commands/request.py"/>
        <source>ce qui se passe</source>
        <translation>what happens</translation>
    </message>
    <message>
        <location filename="../../app/commands/claim.py"/>
        <source>ce qui s’est passé</source>
        <translation>what happened</translation>
    </message>
    <message>
        <location filename="../../app/commands/backup.py"/>
        <source>ce qu’il faut restaurer (répétable ; par défaut : tout)</source>
        <translation>what to restore (repeatable; default: everything)</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/claim_words.py"/>
        <source>ce soir</source>
        <translation>tonight</translation>
    </message>
    <message>
        <location filename="../../app/domain/values/pc.py"/>
        <source>ce système n’a pas d’endroit convenu pour le dire</source>
        <translation>this system has no agreed place to say so</translation>
    </message>
    <message>
        <location filename="../../app/ui/technician/confirmation.py"/>
        <source>ce technicien</source>
        <translation>this technician</translation>
    </message>
    <message>
        <location filename="../../app/system/repository_look.py"/>
        <source>certificat refusé</source>
        <translation>certificate refused</translation>
    </message>
    <message>
        <location filename="../../app/ui/technician/confirmation.py"/>
        <source>cette case cochée par la personne qui confirme</source>
        <translation>this box ticked by the person who confirms</translation>
    </message>
    <message>
        <location filename="../../app/services/request_rows.py"/>
        <source>cette date est avant le {first} : il n’y a pas de chiffres avant</source>
        <translation>this date is before {first}: there are no figures before then</translation>
    </message>
    <message>
        <location filename="../../app/services/request_rows.py"/>
        <source>cette date est à venir</source>
        <translation>this date is in the future</translation>
    </message>
    <message>
        <location filename="../../app/services/request_imports.py"/>
        <source>cette demande a été traitée dans Parclair : ses interventions ne changent plus</source>
        <translation>this request was handled in Parclair: its interventions no longer change</translation>
    </message>
    <message>
        <location filename="../../app/services/request_imports.py"/>
        <source>cette demande est clôturée : une intervention clôturée ne change plus</source>
        <translation>this request is closed: a closed intervention does not change any more</translation>
    </message>
    <message>
        <location filename="../../app/commands/claim.py"/>
        <source>ceux d’un matériel</source>
        <translation>those of one machine</translation>
    </message>
    <message>
        <location filename="../../app/commands/claim_steps.py"/>
        <source>changer l’état d’un sinistre</source>
        <translation>change the status of a claim</translation>
    </message>
    <message>
        <location filename="../../app/commands/request_steps.py"/>
        <source>changer l’état d’une demande</source>
        <translation>change the status of a request</translation>
    </message>
    <message>
        <location filename="../../app/commands/company.py"/>
        <source>changer un champ de la fiche ; elle est créée s’il n’y en a pas</source>
        <translation>change a field of the record, which is created if there is none</translation>
    </message>
    <message>
        <location filename="../../app/commands/office.py"/>
        <source>changer un champ d’un collaborateur</source>
        <translation>change a field of a person</translation>
    </message>
    <message>
        <location filename="../../app/commands/equipment.py"/>
        <source>changer un champ d’un matériel</source>
        <translation>change a field of a piece of equipment</translation>
    </message>
    <message>
        <location filename="../../app/commands/office.py"/>
        <source>changer un champ d’un site</source>
        <translation>change a field of a site</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/words.py"/>
        <source>chaque jour à {first} et {last}</source>
        <translation>every day at {first} and {last}</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/words.py"/>
        <source>chaque jour à {hour}</source>
        <translation>every day at {hour}</translation>
    </message>
    <message>
        <location filename="../../app/domain/pricing.py"/>
        <source>chaque option une seule fois</source>
        <translation>each option only once</translation>
    </message>
    <message>
        <location filename="../../app/commands/equipment.py"/>
        <source>chercher dans le matériel</source>
        <translation>search the equipment</translation>
    </message>
    <message>
        <location filename="../../app/commands/claim_steps.py"/>
        <source>clore un sinistre</source>
        <translation>close a claim</translation>
    </message>
    <message>
        <location filename="../../app/commands/request_steps.py"/>
        <source>clore une demande résolue</source>
        <translation>close a resolved request</translation>
    </message>
    <message>
        <location filename="../../app/server/cli.py"/>
        <source>codes d’activation</source>
        <translation>activation codes</translation>
    </message>
    <message>
        <location filename="../../app/commands/request_import.py"/>
        <source>colonnes ignorées : {names}</source>
        <translation>columns left out: {names}</translation>
    </message>
    <message>
        <location filename="../../app/commands/request_import.py"/>
        <source>colonnes : number, opened, closed, subject, urgency, kind, technician, smiley, comment, ou leurs noms français</source>
        <translation>columns: number, opened, closed, subject, urgency, kind, technician, smiley, comment, or their French names</translation>
    </message>
    <message>
        <location filename="../../app/cli.py"/>
        <source>commande « {name} » inconnue. Connues : {known}</source>
        <translation>unknown command “{name}”. Known: {known}</translation>
    </message>
    <message>
        <location filename="../../app/cli.py"/>
        <source>commandes (chacune avec --help) :</source>
        <translation>commands (each with --help):</translation>
    </message>
    <message>
        <location filename="../../app/commands/request_steps.py"/>
        <source>commencer une intervention</source>
        <translation>start an intervention</translation>
    </message>
    <message>
        <location filename="../../app/commands/equipment.py"/>
        <source>comment on l’appelle ici</source>
        <translation>what it is called here</translation>
    </message>
    <message>
        <location filename="../../app/commands/backup.py"/>
        <source>confier les sauvegardes au planificateur du système</source>
        <translation>hand the backups to the system’s scheduler</translation>
    </message>
    <message>
        <location filename="../../app/commands/sync.py"/>
        <source>conflit</source>
        <translation>conflict</translation>
    </message>
    <message>
        <location filename="../../app/cli.py"/>
        <source>connecter ce dossier au serveur du prestataire</source>
        <translation>connect this folder to the provider’s server</translation>
    </message>
    <message>
        <location filename="../../app/commands/sync.py"/>
        <source>connecter même si le SIREN du serveur n’est pas celui de ce dossier</source>
        <translation>connect even if the server’s SIREN is not that of this folder</translation>
    </message>
    <message>
        <location filename="../../app/system/repository_look.py"/>
        <source>connexion refusée</source>
        <translation>connection refused</translation>
    </message>
    <message>
        <location filename="../../app/documents/resignation_letter.py"/>
        <source>contrat n° {number} – {offer}</source>
        <translation>contract no. {number} – {offer}</translation>
    </message>
    <message>
        <location filename="../../app/documents/resignation_letter.py"/>
        <source>contrat n° {number} – {offer}, résilié par lettre séparée</source>
        <translation>contract no. {number} – {offer}, terminated by a separate letter</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/claim_detail.py"/>
        <source>contrat {number}</source>
        <translation>contract {number}</translation>
    </message>
    <message>
        <location filename="../../app/domain/article_services.py"/>
        <source>contrats</source>
        <translation>contracts</translation>
    </message>
    <message>
        <location filename="../../app/commands/backup.py"/>
        <source>contrôler le dépôt et en relire un échantillon</source>
        <translation>check the repository and read a sample of it back</translation>
    </message>
    <message>
        <location filename="../../app/commands/request_steps.py"/>
        <source>convenir d’un rendez-vous téléphonique</source>
        <translation>agree on a time to be called back</translation>
    </message>
    <message>
        <location filename="../../app/server/cli.py"/>
        <source>copier la base SQLite, serveur en marche</source>
        <translation>copy the SQLite database while the server runs</translation>
    </message>
    <message>
        <location filename="../../app/ui/equipment/record_tabs.py"/>
        <source>couvert</source>
        <translation>covered</translation>
    </message>
    <message>
        <location filename="../../app/domain/reasons.py"/>
        <source>c’est un dossier</source>
        <translation>it is a folder</translation>
    </message>
    <message>
        <location filename="../../app/services/backup_plans.py"/>
        <source>de 1 à 24 heures de la journée</source>
        <translation>1 to 24 times of the day</translation>
    </message>
    <message>
        <location filename="../../app/services/backup_plans.py"/>
        <source>de 1 à 24 heures, ou 0 pour des heures fixes</source>
        <translation>1 to 24 hours, or 0 for fixed times</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/words.py"/>
        <source>de demain à {time}</source>
        <translation>tomorrow at {time}</translation>
    </message>
    <message>
        <location filename="../../app/documents/statistics.py"/>
        <source>de réponses</source>
        <translation>rated</translation>
    </message>
    <message>
        <location filename="../../app/documents/statistics.py"/>
        <source>de très bons avis</source>
        <translation>top ratings</translation>
    </message>
    <message>
        <location filename="../../app/ui/home/cards.py"/>
        <source>de très bons avis, sur {n} avis</source>
        <translation>top ratings, out of {n}</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/words.py"/>
        <source>de {moment}</source>
        <translation>{moment}</translation>
    </message>
    <message>
        <location filename="../../app/domain/article_services.py"/>
        <source>de {opens} à {closes}</source>
        <translation>from {opens} to {closes}</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/words.py"/>
        <source>de {time}</source>
        <translation>at {time}</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/claim_words.py"/>
        <source>demain soir</source>
        <translation>tomorrow night</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/words.py"/>
        <source>demain à {hour}</source>
        <translation>tomorrow at {hour}</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/words.py"/>
        <source>demain à {time}</source>
        <translation>tomorrow at {time}</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/machine_picker.py"/>
        <source>demande récente</source>
        <translation>recent request</translation>
    </message>
    <message>
        <location filename="../../app/commands/request.py"/>
        <source>demander de l’aide, une prestation ou un devis</source>
        <translation>ask for help, a service or a quote</translation>
    </message>
    <message>
        <location filename="../../app/commands/contract_show.py"/>
        <source>depuis le {start}</source>
        <translation>since {start}</translation>
    </message>
    <message>
        <location filename="../../app/ui/equipment/record_tabs.py"/>
        <source>depuis {n} jour</source>
        <translation>for {n} day</translation>
    </message>
    <message>
        <location filename="../../app/ui/equipment/record_tabs.py"/>
        <source>depuis {n} jours</source>
        <translation>for {n} days</translation>
    </message>
    <message>
        <location filename="../../app/commands/backup.py"/>
        <source>des heures comme 12:30</source>
        <translation>times such as 12:30</translation>
    </message>
    <message>
        <location filename="../../app/domain/offer_checks.py"/>
        <source>des horaires qui ne se recouvrent pas ({days})</source>
        <translation>hours that do not overlap ({days})</translation>
    </message>
    <message>
        <location filename="../../app/domain/offer_types.py"/>
        <source>des lettres minuscules sans accent, des chiffres, « - » ou « _ », en commençant par une lettre</source>
        <translation>lower-case letters without accents, digits, “-” or “_”, starting with a letter</translation>
    </message>
    <message>
        <location filename="../../app/commands/equipment.py"/>
        <source>des mots, sans égard aux accents ni aux majuscules</source>
        <translation>words, whatever their accents and capitals</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/price_table.py"/>
        <source>des quantités qui augmentent d’une ligne à l’autre</source>
        <translation>quantities that rise from line to line</translation>
    </message>
    <message>
        <location filename="../../app/domain/article_services.py"/>
        <source>dimanche</source>
        <translation>Sunday</translation>
    </message>
    <message>
        <location filename="../../app/commands/offers.py"/>
        <source>dire ce qui ne va pas dans un fichier d’offre, ligne par ligne</source>
        <translation>say what is wrong in an offer file, line by line</translation>
    </message>
    <message>
        <location filename="../../app/commands/request.py"/>
        <source>dire ce qui serait couvert, sans rien enregistrer</source>
        <translation>say what would be covered, without recording anything</translation>
    </message>
    <message>
        <location filename="../../app/commands/claim.py"/>
        <source>dire ce qui serait décidé, sans rien enregistrer</source>
        <translation>say what would be decided, without recording anything</translation>
    </message>
    <message>
        <location filename="../../app/commands/request_import.py"/>
        <source>dire ce qui serait fait, sans rien écrire</source>
        <translation>say what would be done, write nothing</translation>
    </message>
    <message>
        <location filename="../../app/commands/claim.py"/>
        <source>dire pourquoi</source>
        <translation>say why</translation>
    </message>
    <message>
        <location filename="../../app/commands/hours.py"/>
        <source>dire quand N minutes d’ouverture seront écoulées (due)</source>
        <translation>say when N minutes of opening time will have passed (due)</translation>
    </message>
    <message>
        <location filename="../../app/domain/article_services.py"/>
        <source>disposer d’un numéro SIREN valide</source>
        <translation>hold a valid SIREN number</translation>
    </message>
    <message>
        <location filename="../../app/domain/reasons.py"/>
        <source>disque en lecture seule</source>
        <translation>read-only disk</translation>
    </message>
    <message>
        <location filename="../../app/domain/pc_words.py"/>
        <source>domaine {name}</source>
        <translation>domain {name}</translation>
    </message>
    <message>
        <location filename="../../app/commands/request.py"/>
        <source>donner son avis sur une demande résolue, une seule fois</source>
        <translation>rate a resolved request, once only</translation>
    </message>
    <message>
        <location filename="../../app/commands/parsing.py"/>
        <source>dossier de données (par défaut : celui de la personne connectée)</source>
        <translation>data folder (default: that of the person logged in)</translation>
    </message>
    <message>
        <location filename="../../app/server/cli.py"/>
        <source>dossier de données du serveur (base SQLite)</source>
        <translation>the server’s data folder (SQLite database)</translation>
    </message>
    <message>
        <location filename="../../app/commands/backup.py"/>
        <source>dossier ou adresse, sans mot de passe</source>
        <translation>folder or address, without a password</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/statistics_period.py"/>
        <source>du</source>
        <translation>from</translation>
    </message>
    <message>
        <location filename="../../app/commands/equipment.py"/>
        <source>du plus grand au plus petit</source>
        <translation>from greatest to least</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/words.py"/>
        <source>du {day} à {time}</source>
        <translation>on {day} at {time}</translation>
    </message>
    <message>
        <location filename="../../app/documents/statistics.py"/>
        <source>du {first} au {last}</source>
        <translation>{first} to {last}</translation>
    </message>
    <message>
        <location filename="../../app/commands/contract_show.py"/>
        <source>du {start} au {end}</source>
        <translation>{start} to {end}</translation>
    </message>
    <message>
        <location filename="../../app/commands/contract_services.py"/>
        <source>due</source>
        <translation>due</translation>
    </message>
    <message>
        <location filename="../../app/commands/contract.py"/>
        <source>durée d’engagement, si l’offre laisse le choix</source>
        <translation>months of commitment, where the offer leaves a choice</translation>
    </message>
    <message>
        <location filename="../../app/ui/equipment/record_tabs.py"/>
        <source>dès maintenant</source>
        <translation>as of now</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/words.py"/>
        <source>dès que possible</source>
        <translation>as soon as possible</translation>
    </message>
    <message>
        <location filename="../../app/commands/backup.py"/>
        <source>débit d’envoi, en Kio par seconde ; 0 : sans limite</source>
        <translation>sending rate, in KiB per second; 0: no limit</translation>
    </message>
    <message>
        <location filename="../../app/commands/claim.py"/>
        <source>déclarer un sinistre, couvert ou non, et dire pourquoi</source>
        <translation>declare a claim, covered or not, and say why</translation>
    </message>
    <message>
        <location filename="../../app/commands/doctor.py"/>
        <source>défaut</source>
        <translation>fault</translation>
    </message>
    <message>
        <location filename="../../app/ui/tour.py"/>
        <source>démarrage</source>
        <translation>start</translation>
    </message>
    <message>
        <location filename="../../app/services/claim_rules.py"/>
        <source>d’après sa fiche</source>
        <translation>according to its sheet</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/words.py"/>
        <source>d’hier à {time}</source>
        <translation>yesterday at {time}</translation>
    </message>
    <message>
        <location filename="../../app/commands/equipment.py"/>
        <source>en cours</source>
        <translation>now</translation>
    </message>
    <message>
        <location filename="../../app/domain/pc_words.py"/>
        <source>en pause</source>
        <translation>paused</translation>
    </message>
    <message>
        <location filename="../../app/documents/statistics.py"/>
        <source>en tout</source>
        <translation>in all</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/rating.py"/>
        <source>encore {n} caractère</source>
        <translation>{n} character left</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/rating.py"/>
        <source>encore {n} caractères</source>
        <translation>{n} characters left</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/run_bar.py"/>
        <source>encore {time} environ</source>
        <translation>about {time} left</translation>
    </message>
    <message>
        <location filename="../../app/services/maintenance.py"/>
        <source>endommagée : {detail}. Relancez Parclair : la dernière bonne copie sera reprise.</source>
        <translation>damaged: {detail}. Start Parclair again: the last good copy will be restored.</translation>
    </message>
    <message>
        <location filename="../../app/domain/article_services.py"/>
        <source>engagement de {months}</source>
        <translation>commitment of {months}</translation>
    </message>
    <message>
        <location filename="../../app/commands/backup.py"/>
        <source>engendrer un mot de passe (imprimez la fiche de secours)</source>
        <translation>generate a password (print the recovery sheet)</translation>
    </message>
    <message>
        <location filename="../../app/commands/contract.py"/>
        <source>enregistrer un contrat</source>
        <translation>record a contract</translation>
    </message>
    <message>
        <location filename="../../app/commands/sync.py"/>
        <source>entre-temps : {value}</source>
        <translation>meanwhile: {value}</translation>
    </message>
    <message>
        <location filename="../../app/server/cli.py"/>
        <source>entreprises</source>
        <translation>organisations</translation>
    </message>
    <message>
        <location filename="../../app/cli.py"/>
        <source>envoyer ce qui attend et recevoir ce qui est nouveau</source>
        <translation>send what is waiting and receive what is new</translation>
    </message>
    <message>
        <location filename="../../app/commands/request.py"/>
        <source>envoyer comme demande de devis</source>
        <translation>send as a request for a quote</translation>
    </message>
    <message>
        <location filename="../../app/server/cli.py"/>
        <source>envoyer les mails et jeter ce qui a expiré</source>
        <translation>send mails and throw away what has expired</translation>
    </message>
    <message>
        <location filename="../../app/cli.py"/>
        <source>erreur inattendue ({what}). Vos données sont intactes.</source>
        <translation>unexpected error ({what}). Your data is safe.</translation>
    </message>
    <message>
        <location filename="../../app/cli.py"/>
        <source>erreur inattendue ({what}). Vos données sont intactes. Détails : {path}</source>
        <translation>unexpected error ({what}). Your data is safe. Details: {path}</translation>
    </message>
    <message>
        <location filename="../../app/commands/contract_show.py"/>
        <source>et envoyé ce jour-là, pour une offre qui compte depuis l’envoi</source>
        <translation>and sent on that day, for an offer that counts from dispatch</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/restore_steps.py"/>
        <source>et {n} autre fichier</source>
        <translation>and {n} other file</translation>
    </message>
    <message>
        <location filename="../../app/documents/recovery_sheet.py"/>
        <source>et {n} autres dossiers</source>
        <translation>and {n} more folders</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/restore_steps.py"/>
        <source>et {n} autres fichiers</source>
        <translation>and {n} other files</translation>
    </message>
    <message>
        <location filename="../../app/server/cli.py"/>
        <source>faire ce qui est dû, puis finir</source>
        <translation>do what is due, then end</translation>
    </message>
    <message>
        <location filename="../../app/ui/widgets/assistant.py"/>
        <source>fait</source>
        <translation>done</translation>
    </message>
    <message>
        <location filename="../../app/domain/offer_checks.py"/>
        <source>false quand closed_on_public_holidays = false</source>
        <translation>false when closed_on_public_holidays = false</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/dialogs.py"/>
        <source>fiche-de-secours</source>
        <translation>recovery-sheet</translation>
    </message>
    <message>
        <location filename="../../app/domain/reasons.py"/>
        <source>fichier ou dossier introuvable</source>
        <translation>no such file or folder</translation>
    </message>
    <message>
        <location filename="../../app/server/cli.py"/>
        <source>fichier qui contient son mot de passe</source>
        <translation>file that holds its password</translation>
    </message>
    <message>
        <location filename="../../app/domain/article_services.py"/>
        <source>fonctionnement dégradé</source>
        <translation>impaired operation</translation>
    </message>
    <message>
        <location filename="../../app/domain/article_services.py"/>
        <source>fournir les coordonnées d’un compte bancaire français</source>
        <translation>provide the details of a French bank account</translation>
    </message>
    <message>
        <location filename="../../app/commands/claim_steps.py"/>
        <source>garder une pièce avec un sinistre</source>
        <translation>keep a document with a claim</translation>
    </message>
    <message>
        <location filename="../../app/commands/quote.py"/>
        <source>grille de prix du devis : X par unité à partir de N unités ; peut être répété</source>
        <translation>price table of the quote: X per unit from N units on; can be repeated</translation>
    </message>
    <message>
        <location filename="../../app/domain/pc_words.py"/>
        <source>groupe de travail {name}</source>
        <translation>workgroup {name}</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/time_field.py"/>
        <source>hh:mm</source>
        <translation>hh:mm</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/words.py"/>
        <source>hier à {time}</source>
        <translation>yesterday at {time}</translation>
    </message>
    <message>
        <location filename="../../app/server/cli.py"/>
        <source>histoire des données</source>
        <translation>history of the data</translation>
    </message>
    <message>
        <location filename="../../app/commands/contract.py"/>
        <source>identifiant de l’offre (voir la commande offers)</source>
        <translation>id of the offer (see the offers command)</translation>
    </message>
    <message>
        <location filename="../../app/commands/parsing.py"/>
        <source>il manque : {names}</source>
        <translation>missing: {names}</translation>
    </message>
    <message>
        <location filename="../../app/services/technician_card.py"/>
        <source>il n’est pas noté sur la fiche de la machine</source>
        <translation>it is not noted on the machine’s sheet</translation>
    </message>
    <message>
        <location filename="../../app/domain/article_services.py"/>
        <source>il peut prendre le contrôle de l’appareil à distance, sans limite du nombre d’interventions</source>
        <translation>it may take remote control of the device, with no limit to the number of interventions</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/words.py"/>
        <source>il y a {n} jour</source>
        <translation>{n} day ago</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/words.py"/>
        <source>il y a {n} jours</source>
        <translation>{n} days ago</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/words.py"/>
        <source>il y a {n} h</source>
        <translation>{n} h ago</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/words.py"/>
        <source>il y a {n} min</source>
        <translation>{n} min ago</translation>
    </message>
    <message>
        <location filename="../../app/domain/pc_words.py"/>
        <source>inactif</source>
        <translation>off</translation>
    </message>
    <message>
        <location filename="../../app/domain/managed_services.py"/>
        <source>inconnu</source>
        <translation>unknown</translation>
    </message>
    <message>
        <location filename="../../app/domain/pc_words.py"/>
        <source>inconnu ({why})</source>
        <translation>unknown ({why})</translation>
    </message>
    <message>
        <location filename="../../app/domain/managed_services.py"/>
        <source>inconnue</source>
        <translation>unknown</translation>
    </message>
    <message>
        <location filename="../../app/ui/technician/facts.py"/>
        <source>inconnu : {reason}</source>
        <translation>unknown: {reason}</translation>
    </message>
    <message>
        <location filename="../../app/cli.py"/>
        <source>interrompu</source>
        <translation>interrupted</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/statistics_parts.py"/>
        <source>intervention</source>
        <translation>intervention</translation>
    </message>
    <message>
        <location filename="../../app/documents/statistics.py"/>
        <source>interventions</source>
        <translation>interventions</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/words.py"/>
        <source>jamais</source>
        <translation>never</translation>
    </message>
    <message>
        <location filename="../../app/domain/article_services.py"/>
        <source>jeudi</source>
        <translation>Thursday</translation>
    </message>
    <message>
        <location filename="../../app/ui/widgets/fields.py"/>
        <source>jj/mm/aaaa</source>
        <translation>dd Mon yyyy</translation>
    </message>
    <message>
        <location filename="../../app/commands/request_steps.py"/>
        <source>joindre des fichiers à une demande</source>
        <translation>attach files to a request</translation>
    </message>
    <message>
        <location filename="../../app/commands/contract.py"/>
        <source>jour de la signature</source>
        <translation>day of the signature</translation>
    </message>
    <message>
        <location filename="../../app/domain/calendars.py"/>
        <source>jour de pont</source>
        <translation>bridge day</translation>
    </message>
    <message>
        <location filename="../../app/domain/support_clock.py"/>
        <source>jour de pont ou de congé annoncé</source>
        <translation>announced bridge day or day off</translation>
    </message>
    <message>
        <location filename="../../app/domain/calendars.py"/>
        <source>jour férié ({name})</source>
        <translation>public holiday ({name})</translation>
    </message>
    <message>
        <location filename="../../app/commands/contract_papers.py"/>
        <source>jour où elle part, pour une offre qui compte depuis l’envoi</source>
        <translation>day it leaves, for an offer that counts from dispatch</translation>
    </message>
    <message>
        <location filename="../../app/commands/contract_papers.py"/>
        <source>jour où le prestataire reçoit la lettre</source>
        <translation>day on which the provider receives the letter</translation>
    </message>
    <message>
        <location filename="../../app/commands/office.py"/>
        <source>jours fériés : {names}</source>
        <translation>public holidays: {names}</translation>
    </message>
    <message>
        <location filename="../../app/commands/equipment.py"/>
        <source>jusqu’au {day}</source>
        <translation>until {day}</translation>
    </message>
    <message>
        <location filename="../../app/commands/support.py"/>
        <source>jusqu’aux interventions terminées ce jour</source>
        <translation>up to the interventions that ended on this day</translation>
    </message>
    <message>
        <location filename="../../app/documents/statistics.py"/>
        <source>jusqu’à {n} min</source>
        <translation>up to {n} min</translation>
    </message>
    <message>
        <location filename="../../app/store/errors.py"/>
        <source>la base de données ne peut pas être ouverte</source>
        <translation>the database cannot be opened</translation>
    </message>
    <message>
        <location filename="../../app/services/request_rows.py"/>
        <source>la clôture est avant l’ouverture ({opened})</source>
        <translation>it was closed before it was opened ({opened})</translation>
    </message>
    <message>
        <location filename="../../app/sync/line.py"/>
        <source>la connexion a été coupée</source>
        <translation>the connection was cut</translation>
    </message>
    <message>
        <location filename="../../app/server/cli.py"/>
        <source>la copie</source>
        <translation>the copy</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/dates_step.py"/>
        <source>la date de début du contrat</source>
        <translation>the start date of the contract</translation>
    </message>
    <message>
        <location filename="../../app/ui/tour_contracts.py"/>
        <source>la date de fin du contrat</source>
        <translation>the day the contract ends</translation>
    </message>
    <message>
        <location filename="../../app/commands/request_steps.py"/>
        <source>la demande est résolue</source>
        <translation>the request is resolved</translation>
    </message>
    <message>
        <location filename="../../app/services/maintenance.py"/>
        <source>la dernière est du {day}, {n} en tout</source>
        <translation>the latest is of {day}, {n} in all</translation>
    </message>
    <message>
        <location filename="../../app/ui/tour_walker.py"/>
        <source>la fenêtre signale : {text}</source>
        <translation>the window says: {text}</translation>
    </message>
    <message>
        <location filename="../../app/ui/tour_walker.py"/>
        <source>la fenêtre s’est fermée</source>
        <translation>the window was closed</translation>
    </message>
    <message>
        <location filename="../../app/ui/tour_walker.py"/>
        <source>la fenêtre « {name} »</source>
        <translation>the window “{name}”</translation>
    </message>
    <message>
        <location filename="../../app/ui/tour_walker.py"/>
        <source>la fermeture de « {name} »</source>
        <translation>“{name}” to close</translation>
    </message>
    <message>
        <location filename="../../app/cli.py"/>
        <source>la fiche de l’entreprise et son éligibilité à la location</source>
        <translation>the company’s record, and whether it may rent</translation>
    </message>
    <message>
        <location filename="../../app/ui/tour_walker.py"/>
        <source>la fin du travail en cours</source>
        <translation>the work under way to end</translation>
    </message>
    <message>
        <location filename="../../app/domain/support_work.py"/>
        <source>la fin réelle de l’intervention de {technician} : son chronomètre tourne depuis le {start}</source>
        <translation>the real end of {technician}’s intervention: the timer has been running since {start}</translation>
    </message>
    <message>
        <location filename="../../app/domain/article_parts.py"/>
        <source>la fourniture d’un service de support logiciel</source>
        <translation>the supply of a software support service</translation>
    </message>
    <message>
        <location filename="../../app/domain/article_parts.py"/>
        <source>la fourniture d’un service d’infogérance informatique</source>
        <translation>the supply of a managed IT service</translation>
    </message>
    <message>
        <location filename="../../app/domain/values/pc.py"/>
        <source>la lecture a échoué : {detail}</source>
        <translation>reading failed: {detail}</translation>
    </message>
    <message>
        <location filename="../../app/ui/tour_contracts.py"/>
        <source>la lettre</source>
        <translation>the letter</translation>
    </message>
    <message>
        <location filename="../../app/services/request_rows.py"/>
        <source>la ligne a plus de cellules que de titres</source>
        <translation>the row has more cells than there are titles</translation>
    </message>
    <message>
        <location filename="../../app/ui/tour.py"/>
        <source>la liste des documents</source>
        <translation>the list of documents</translation>
    </message>
    <message>
        <location filename="../../app/ui/tour.py"/>
        <source>la liste du matériel</source>
        <translation>the list of equipment</translation>
    </message>
    <message>
        <location filename="../../app/domain/article_parts.py"/>
        <source>la location d’appareils informatiques</source>
        <translation>the rental of computer equipment</translation>
    </message>
    <message>
        <location filename="../../app/ui/tour.py"/>
        <source>la machine ajoutée</source>
        <translation>the machine added</translation>
    </message>
    <message>
        <location filename="../../app/services/sync_checks.py"/>
        <source>la même heure que le serveur, à {n} s près</source>
        <translation>the same time as the server, within {n} s</translation>
    </message>
    <message>
        <location filename="../../app/commands/contract.py"/>
        <source>la nouvelle quantité</source>
        <translation>the new quantity</translation>
    </message>
    <message>
        <location filename="../../app/commands/company.py"/>
        <source>la nouvelle valeur ; vide pour effacer</source>
        <translation>the new value; empty to clear it</translation>
    </message>
    <message>
        <location filename="../../app/commands/claim_steps.py"/>
        <source>la pièce demandée que c’est : un de {names}</source>
        <translation>the document asked for that this is: one of {names}</translation>
    </message>
    <message>
        <location filename="../../app/services/support_requests.py"/>
        <source>la prestation voulue, comme l’offre la nomme</source>
        <translation>the service wanted, as the offer names it</translation>
    </message>
    <message>
        <location filename="../../app/commands/contract_papers.py"/>
        <source>la preuve : un scan, un e-mail</source>
        <translation>the proof: a scan, an e-mail</translation>
    </message>
    <message>
        <location filename="../../app/cli.py"/>
        <source>la réponse n’a pas pu être écrite sur la sortie standard : {reason}</source>
        <translation>the answer could not be written to standard output: {reason}</translation>
    </message>
    <message>
        <location filename="../../app/ui/tour_contracts.py"/>
        <source>la résiliation</source>
        <translation>the termination</translation>
    </message>
    <message>
        <location filename="../../app/commands/request_steps.py"/>
        <source>la session TeamViewer</source>
        <translation>the TeamViewer session</translation>
    </message>
    <message>
        <location filename="../../app/domain/offer_checks.py"/>
        <source>la table [{name}] dans une offre kind = "{kind}" seulement</source>
        <translation>the table [{name}] only in an offer with kind = "{kind}"</translation>
    </message>
    <message>
        <location filename="../../app/domain/offer_checks.py"/>
        <source>la table [{name}], nécessaire à une offre kind = "{kind}"</source>
        <translation>the table [{name}], which an offer with kind = "{kind}" needs</translation>
    </message>
    <message>
        <location filename="../../app/commands/equipment.py"/>
        <source>la version du système</source>
        <translation>the version of the operating system</translation>
    </message>
    <message>
        <location filename="../../app/commands/contract.py"/>
        <source>laissée de côté pour une offre dont la quantité suit les ordinateurs loués</source>
        <translation>left out for an offer whose quantity follows the rented computers</translation>
    </message>
    <message>
        <location filename="../../app/commands/backup.py"/>
        <source>lancé par le planificateur : ne fait rien si rien n’est dû</source>
        <translation>started by the scheduler: does nothing if nothing is due</translation>
    </message>
    <message>
        <location filename="../../app/commands/parsing.py"/>
        <source>langue (par défaut : celle du système)</source>
        <translation>language (default: the system’s)</translation>
    </message>
    <message>
        <location filename="../../app/server/cli.py"/>
        <source>langue : fr ou en</source>
        <translation>language: fr or en</translation>
    </message>
    <message>
        <location filename="../../app/domain/article_services.py"/>
        <source>le Client fournit {needs}</source>
        <translation>the Customer provides {needs}</translation>
    </message>
    <message>
        <location filename="../../app/ui/tour_contracts.py"/>
        <source>le PDF</source>
        <translation>the PDF</translation>
    </message>
    <message>
        <location filename="../../app/ui/tour_contracts.py"/>
        <source>le PDF enregistré</source>
        <translation>the PDF saved</translation>
    </message>
    <message>
        <location filename="../../app/ui/tour_walker.py"/>
        <source>le bouton « {name} »</source>
        <translation>the button “{name}”</translation>
    </message>
    <message>
        <location filename="../../app/sync/line.py"/>
        <source>le certificat du serveur n’est pas valable</source>
        <translation>the server’s certificate is not valid</translation>
    </message>
    <message>
        <location filename="../../app/services/sync.py"/>
        <source>le code donné par votre prestataire, comme 7KQM-4XNP-9TRD</source>
        <translation>the code given by your provider, such as 7KQM-4XNP-9TRD</translation>
    </message>
    <message>
        <location filename="../../app/commands/sync.py"/>
        <source>le code d’activation donné par le prestataire</source>
        <translation>the activation code given by the provider</translation>
    </message>
    <message>
        <location filename="../../app/ui/tour_contracts.py"/>
        <source>le contrat actif</source>
        <translation>the contract to be active</translation>
    </message>
    <message>
        <location filename="../../app/commands/contract.py"/>
        <source>le contrat court désormais</source>
        <translation>the contract runs from now on</translation>
    </message>
    <message>
        <location filename="../../app/commands/contract.py"/>
        <source>le contrat de location auquel celui-ci est lié</source>
        <translation>the rental contract that this one is tied to</translation>
    </message>
    <message>
        <location filename="../../app/ui/tour_contracts.py"/>
        <source>le contrat enregistré</source>
        <translation>the contract recorded</translation>
    </message>
    <message>
        <location filename="../../app/commands/contract.py"/>
        <source>le contrat est terminé</source>
        <translation>the contract is over</translation>
    </message>
    <message>
        <location filename="../../app/documents/contract_sections.py"/>
        <source>le contrat prend fin, sans reconduction</source>
        <translation>the contract ends, without renewal</translation>
    </message>
    <message>
        <location filename="../../app/documents/contract_sections.py"/>
        <source>le contrat se poursuit pour une durée indéterminée</source>
        <translation>the contract goes on for an indefinite period</translation>
    </message>
    <message>
        <location filename="../../app/ui/tour_contracts.py"/>
        <source>le contrat {number} choisi</source>
        <translation>contract {number} to be chosen</translation>
    </message>
    <message>
        <location filename="../../app/commands/equipment.py"/>
        <source>le dernier jour de la garantie</source>
        <translation>the last day of the warranty</translation>
    </message>
    <message>
        <location filename="../../app/domain/reasons.py"/>
        <source>le disque ne répond pas correctement</source>
        <translation>the disk does not respond properly</translation>
    </message>
    <message>
        <location filename="../../app/server/cli.py"/>
        <source>le document OpenAPI</source>
        <translation>the OpenAPI document</translation>
    </message>
    <message>
        <location filename="../../app/commands/backup.py"/>
        <source>le dossier où créer le nouveau dossier</source>
        <translation>the folder in which to create the new folder</translation>
    </message>
    <message>
        <location filename="../../app/ui/tour.py"/>
        <source>le dossier {path} ne peut pas être créé ({reason})</source>
        <translation>the folder {path} cannot be made ({reason})</translation>
    </message>
    <message>
        <location filename="../../app/ui/tour.py"/>
        <source>le détail de la machine</source>
        <translation>the machine’s details</translation>
    </message>
    <message>
        <location filename="../../app/domain/values/pc.py"/>
        <source>le fabricant a laissé « {detail} »</source>
        <translation>the manufacturer left “{detail}”</translation>
    </message>
    <message>
        <location filename="../../app/commands/claim_steps.py"/>
        <source>le fichier</source>
        <translation>the file</translation>
    </message>
    <message>
        <location filename="../../app/commands/contract_papers.py"/>
        <source>le fichier à écrire</source>
        <translation>the file to write</translation>
    </message>
    <message>
        <location filename="../../app/commands/backup.py"/>
        <source>le genre de destination</source>
        <translation>the kind of destination</translation>
    </message>
    <message>
        <location filename="../../app/commands/equipment.py"/>
        <source>le jour de l’achat, comme 2026-11-12</source>
        <translation>the day it was bought, such as 2026-11-12</translation>
    </message>
    <message>
        <location filename="../../app/commands/claim.py"/>
        <source>le jour où c’est arrivé</source>
        <translation>the day it happened</translation>
    </message>
    <message>
        <location filename="../../app/commands/contract_papers.py"/>
        <source>le jour où le prestataire reçoit la lettre</source>
        <translation>the day on which the provider receives the letter</translation>
    </message>
    <message>
        <location filename="../../app/commands/claim.py"/>
        <source>le lieu</source>
        <translation>the place</translation>
    </message>
    <message>
        <location filename="../../app/cli.py"/>
        <source>le matériel et ses affectations</source>
        <translation>equipment and who has it</translation>
    </message>
    <message>
        <location filename="../../app/commands/request_steps.py"/>
        <source>le message</source>
        <translation>the message</translation>
    </message>
    <message>
        <location filename="../../app/commands/hours.py"/>
        <source>le moment, comme 2026-11-10T17:30 ; sans décalage, à l’heure de Paris, et la première des deux si elle vient deux fois</source>
        <translation>the moment, like 2026-11-10T17:30; without an offset, Paris time, and the first of the two if it comes twice</translation>
    </message>
    <message>
        <location filename="../../app/commands/request_steps.py"/>
        <source>le moment, comme 2026-11-12T10:00</source>
        <translation>the time, such as 2026-11-12T10:00</translation>
    </message>
    <message>
        <location filename="../../app/services/sync_checks.py"/>
        <source>le mot de passe des sauvegardes est à saisir après chaque démarrage, et celles qui sont prévues l’attendent</source>
        <translation>the backup password must be typed after each start, and scheduled backups wait for it</translation>
    </message>
    <message>
        <location filename="../../app/commands/contract_papers.py"/>
        <source>le motif, s’il faut en donner un</source>
        <translation>the reason, if one is to be given</translation>
    </message>
    <message>
        <location filename="../../app/commands/sync.py"/>
        <source>le nom de ce poste sur le serveur (par défaut : celui du PC)</source>
        <translation>the name of this computer on the server (default: the PC’s)</translation>
    </message>
    <message>
        <location filename="../../app/commands/office.py"/>
        <source>le nom de la personne</source>
        <translation>the person’s name</translation>
    </message>
    <message>
        <location filename="../../app/commands/office.py"/>
        <source>le nom du site</source>
        <translation>the site’s name</translation>
    </message>
    <message>
        <location filename="../../app/commands/equipment.py"/>
        <source>le nom ou l’identifiant de la personne</source>
        <translation>the person’s name or id</translation>
    </message>
    <message>
        <location filename="../../app/commands/office.py"/>
        <source>le nom ou l’identifiant de son site</source>
        <translation>the name or id of their site</translation>
    </message>
    <message>
        <location filename="../../app/commands/office.py"/>
        <source>le nom ou l’identifiant du site</source>
        <translation>the site’s name or id</translation>
    </message>
    <message>
        <location filename="../../app/commands/equipment.py"/>
        <source>le nom ou l’identifiant d’un site</source>
        <translation>a site’s name or id</translation>
    </message>
    <message>
        <location filename="../../app/domain/term_rules.py"/>
        <source>le nombre de mois du devis, de 1 à {most}</source>
        <translation>the months of the quote, from 1 to {most}</translation>
    </message>
    <message>
        <location filename="../../app/commands/request_steps.py"/>
        <source>le numéro de la demande</source>
        <translation>the request’s number</translation>
    </message>
    <message>
        <location filename="../../app/commands/equipment.py"/>
        <source>le numéro de la licence GestiClean installée</source>
        <translation>the number of the GestiClean licence installed on it</translation>
    </message>
    <message>
        <location filename="../../app/commands/contract.py"/>
        <source>le numéro du contrat</source>
        <translation>the contract’s number</translation>
    </message>
    <message>
        <location filename="../../app/commands/request.py"/>
        <source>le numéro du contrat, s’il ne va pas de soi</source>
        <translation>the contract’s number, where it is not obvious</translation>
    </message>
    <message>
        <location filename="../../app/commands/claim_show.py"/>
        <source>le numéro du sinistre</source>
        <translation>the claim’s number</translation>
    </message>
    <message>
        <location filename="../../app/commands/equipment.py"/>
        <source>le numéro d’un contrat</source>
        <translation>a contract’s number</translation>
    </message>
    <message>
        <location filename="../../app/services/contracts.py"/>
        <source>le numéro d’un contrat de location chez {provider}</source>
        <translation>the number of a rental contract with {provider}</translation>
    </message>
    <message>
        <location filename="../../app/commands/contract.py"/>
        <source>le numéro que porte déjà le contrat ; sinon il en reçoit un</source>
        <translation>the number the contract already carries; otherwise it is given one</translation>
    </message>
    <message>
        <location filename="../../app/domain/values/pc.py"/>
        <source>le poste n’a pas répondu à temps</source>
        <translation>the PC did not answer in time</translation>
    </message>
    <message>
        <location filename="../../app/commands/contract.py"/>
        <source>le premier jour du contrat</source>
        <translation>the first day of the contract</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/claim_detail.py"/>
        <source>le prestataire</source>
        <translation>the provider</translation>
    </message>
    <message>
        <location filename="../../app/commands/equipment.py"/>
        <source>le prix d’achat en euros, comme 899,00</source>
        <translation>the purchase price in euros, such as 899.00</translation>
    </message>
    <message>
        <location filename="../../app/cli.py"/>
        <source>le prix mensuel d’une offre</source>
        <translation>the monthly price of an offer</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/price_step.py"/>
        <source>le prix unitaire HT par mois du devis</source>
        <translation>the unit price per month, excl. VAT, of the quote</translation>
    </message>
    <message>
        <location filename="../../app/domain/pricing.py"/>
        <source>le prix unitaire HT par mois du devis : {offer} n’a pas de prix public</source>
        <translation>the unit price per month, excl. VAT, of the quote: {offer} has no public price</translation>
    </message>
    <message>
        <location filename="../../app/domain/offer_model.py"/>
        <source>le prix unitaire du devis, ou sa grille de prix</source>
        <translation>the unit price of the quote, or its price table</translation>
    </message>
    <message>
        <location filename="../../app/ui/tour_contracts.py"/>
        <source>le prix {price} HT</source>
        <translation>the price {price} excl. VAT</translation>
    </message>
    <message>
        <location filename="../../app/sync/line.py"/>
        <source>le proxy a refusé la connexion</source>
        <translation>the proxy refused the connection</translation>
    </message>
    <message>
        <location filename="../../app/system/teamviewer.py"/>
        <source>le registre de Windows n’a pas pu être lu ({reason})</source>
        <translation>the Windows registry could not be read ({reason})</translation>
    </message>
    <message>
        <location filename="../../app/commands/request_steps.py"/>
        <source>le rendez-vous comme fichier d’agenda, avec rappel</source>
        <translation>the appointment as a calendar file, with a reminder</translation>
    </message>
    <message>
        <location filename="../../app/services/request_rows.py"/>
        <source>le résultat de la formule n’est pas dans le fichier : ouvrez-le dans un tableur et enregistrez-le</source>
        <translation>the result of the formula is not in the file: open it in a spreadsheet program and save it</translation>
    </message>
    <message>
        <location filename="../../app/ui/sync/inbox_detail.py"/>
        <source>le serveur</source>
        <translation>the server</translation>
    </message>
    <message>
        <location filename="../../app/sync/http.py"/>
        <source>le serveur a rencontré une erreur ({status})</source>
        <translation>the server met an error ({status})</translation>
    </message>
    <message>
        <location filename="../../app/sync/http.py"/>
        <source>le serveur est indisponible ({status})</source>
        <translation>the server is unavailable ({status})</translation>
    </message>
    <message>
        <location filename="../../app/commands/contract.py"/>
        <source>le site qu’il concerne, s’il n’en concerne qu’un</source>
        <translation>the site it is for, if it is for one only</translation>
    </message>
    <message>
        <location filename="../../app/ui/tour_contracts.py"/>
        <source>le suivi enregistré</source>
        <translation>the follow-up recorded</translation>
    </message>
    <message>
        <location filename="../../app/domain/article_services.py"/>
        <source>le support appelle le Client dans les {minutes}</source>
        <translation>support calls the Customer within {minutes}</translation>
    </message>
    <message>
        <location filename="../../app/domain/values/pc.py"/>
        <source>le système ne le dit pas</source>
        <translation>the system does not say</translation>
    </message>
    <message>
        <location filename="../../app/services/request_rows.py"/>
        <source>le tableur y montre une erreur</source>
        <translation>the spreadsheet shows an error there</translation>
    </message>
    <message>
        <location filename="../../app/domain/article_services.py"/>
        <source>le {day}</source>
        <translation>on {day}</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/words.py"/>
        <source>le {day} à {time}</source>
        <translation>{day} at {time}</translation>
    </message>
    <message>
        <location filename="../../app/ui/tour.py"/>
        <source>les cartes de l’accueil</source>
        <translation>the cards of the home screen</translation>
    </message>
    <message>
        <location filename="../../app/cli.py"/>
        <source>les chiffres de l’assistance</source>
        <translation>the figures of support</translation>
    </message>
    <message>
        <location filename="../../app/domain/cover.py"/>
        <source>les circonstances du vol : {known}</source>
        <translation>the circumstances of the theft: {known}</translation>
    </message>
    <message>
        <location filename="../../app/cli.py"/>
        <source>les collaborateurs</source>
        <translation>the people</translation>
    </message>
    <message>
        <location filename="../../app/services/request_rows.py"/>
        <source>les colonnes {names} ; il manque {missing}</source>
        <translation>the columns {names}; missing: {missing}</translation>
    </message>
    <message>
        <location filename="../../app/cli.py"/>
        <source>les contrats, leurs échéances, leur résiliation</source>
        <translation>contracts, their deadlines, their end</translation>
    </message>
    <message>
        <location filename="../../app/ui/tour_contracts.py"/>
        <source>les dates du contrat</source>
        <translation>the contract’s dates</translation>
    </message>
    <message>
        <location filename="../../app/cli.py"/>
        <source>les demandes d’assistance, leur suivi et leurs avis</source>
        <translation>support requests, what happens to them and their ratings</translation>
    </message>
    <message>
        <location filename="../../app/commands/request.py"/>
        <source>les demandes qui attendent, dans l’ordre de rappel</source>
        <translation>the requests that wait, in call-back order</translation>
    </message>
    <message>
        <location filename="../../app/server/cli.py"/>
        <source>les entreprises, avec le nombre de leurs postes</source>
        <translation>the organisations, with the number of their computers</translation>
    </message>
    <message>
        <location filename="../../app/commands/request_steps.py"/>
        <source>les fichiers</source>
        <translation>the files</translation>
    </message>
    <message>
        <location filename="../../app/ui/tour.py"/>
        <source>les horaires de l’assistance</source>
        <translation>the opening hours of support</translation>
    </message>
    <message>
        <location filename="../../app/commands/support.py"/>
        <source>les interventions et les avis, en tout, par mois, par type et par technicien</source>
        <translation>interventions and ratings, in all, by month, by kind and by technician</translation>
    </message>
    <message>
        <location filename="../../app/commands/hours.py"/>
        <source>les jours fériés du site : {zones} (par défaut : {default})</source>
        <translation>the public holidays of the site: {zones} (default: {default})</translation>
    </message>
    <message>
        <location filename="../../app/commands/contract_show.py"/>
        <source>les montants et les dates d’un contrat, vus un certain jour</source>
        <translation>the amounts and dates of a contract, seen on a given day</translation>
    </message>
    <message>
        <location filename="../../app/ui/tour_contracts.py"/>
        <source>les offres</source>
        <translation>the offers</translation>
    </message>
    <message>
        <location filename="../../app/commands/offers.py"/>
        <source>les offres connues</source>
        <translation>the offers known</translation>
    </message>
    <message>
        <location filename="../../app/cli.py"/>
        <source>les offres connues, ou ce qui ne va pas dans un fichier d’offre</source>
        <translation>the offers known, or what is wrong in an offer file</translation>
    </message>
    <message>
        <location filename="../../app/ui/tour_contracts.py"/>
        <source>les pages du PDF</source>
        <translation>the pages of the PDF</translation>
    </message>
    <message>
        <location filename="../../app/server/cli.py"/>
        <source>les postes d’une entreprise</source>
        <translation>an organisation’s computers</translation>
    </message>
    <message>
        <location filename="../../app/commands/request.py"/>
        <source>les prestations d’infogérance, dues ou non, et pourquoi</source>
        <translation>the managed services, due or not, and why</translation>
    </message>
    <message>
        <location filename="../../app/commands/contract_services.py"/>
        <source>les prestations d’un contrat d’infogérance, dues ou non ; noter celles du devis</source>
        <translation>the services of a managed-IT contract, due or not; record those that the quote names</translation>
    </message>
    <message>
        <location filename="../../app/commands/backup.py"/>
        <source>les retirer du planificateur du système</source>
        <translation>take them back from the system’s scheduler</translation>
    </message>
    <message>
        <location filename="../../app/ui/tour.py"/>
        <source>les réponses de la recherche</source>
        <translation>the answers of the search</translation>
    </message>
    <message>
        <location filename="../../app/commands/backup.py"/>
        <source>les sauvegardes du dépôt</source>
        <translation>the backups in the repository</translation>
    </message>
    <message>
        <location filename="../../app/cli.py"/>
        <source>les sauvegardes : état, plan, exécution, restauration</source>
        <translation>backups: state, plan, runs, restore</translation>
    </message>
    <message>
        <location filename="../../app/commands/claim.py"/>
        <source>les sinistres en cours, le plus urgent d’abord</source>
        <translation>open claims, the most urgent first</translation>
    </message>
    <message>
        <location filename="../../app/cli.py"/>
        <source>les sinistres : ce qui est couvert, ce qui est promis</source>
        <translation>claims: what is covered, what is promised</translation>
    </message>
    <message>
        <location filename="../../app/cli.py"/>
        <source>les sites</source>
        <translation>the sites</translation>
    </message>
    <message>
        <location filename="../../app/commands/contract_papers.py"/>
        <source>les échéances pour un agenda, avec rappels à 90, 60, 30 et 7 jours</source>
        <translation>the deadlines for a calendar, with reminders at 90, 60, 30 and 7 days</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/wording.py"/>
        <source>licence</source>
        <translation>licence</translation>
    </message>
    <message>
        <location filename="../../app/domain/pc_words.py"/>
        <source>licence expirée</source>
        <translation>licence expired</translation>
    </message>
    <message>
        <location filename="../../app/commands/contract.py"/>
        <source>licences ou appareils ajoutés ou rendus : le prix suit la grille du contrat</source>
        <translation>licences or devices added or given back: the price follows the contract’s table</translation>
    </message>
    <message>
        <location filename="../../app/commands/contract.py"/>
        <source>lieu de la signature</source>
        <translation>place of signature</translation>
    </message>
    <message>
        <location filename="../../app/commands/backup.py"/>
        <source>lire le mot de passe du dépôt sur l’entrée standard</source>
        <translation>read the repository’s password from standard input</translation>
    </message>
    <message>
        <location filename="../../app/domain/article_services.py"/>
        <source>loyer réduit de {discount}</source>
        <translation>rent reduced by {discount}</translation>
    </message>
    <message>
        <location filename="../../app/domain/article_services.py"/>
        <source>lundi</source>
        <translation>Monday</translation>
    </message>
    <message>
        <location filename="../../app/services/sync_checks.py"/>
        <source>l’accès au serveur n’est gardé que jusqu’à la fermeture de Parclair</source>
        <translation>access to the server is only kept until Parclair is closed</translation>
    </message>
    <message>
        <location filename="../../app/commands/contract_papers.py"/>
        <source>l’adresse du prestataire si l’offre ne la donne pas, lignes séparées par un point-virgule</source>
        <translation>the provider’s address where the offer gives none, lines separated by a semicolon</translation>
    </message>
    <message>
        <location filename="../../app/commands/sync.py"/>
        <source>l’adresse du serveur : https://…</source>
        <translation>the server’s address: https://…</translation>
    </message>
    <message>
        <location filename="../../app/commands/equipment.py"/>
        <source>l’ajouter au matériel, ou mettre sa fiche à jour</source>
        <translation>add it to the equipment, or bring its record up to date</translation>
    </message>
    <message>
        <location filename="../../app/ui/tour.py"/>
        <source>l’aperçu du document</source>
        <translation>the preview of the document</translation>
    </message>
    <message>
        <location filename="../../app/domain/article_services.py"/>
        <source>l’appareil atteint est réparé et rendu ou, s’il ne peut l’être, remplacé définitivement</source>
        <translation>the affected device is repaired and returned or, where it cannot be, replaced for good</translation>
    </message>
    <message>
        <location filename="../../app/commands/claim_steps.py"/>
        <source>l’appareil neuf que livre le prestataire, noté comme loué</source>
        <translation>the new device that the provider delivers, recorded as rented</translation>
    </message>
    <message>
        <location filename="../../app/cli.py"/>
        <source>l’assistance, ouverte ou fermée à un moment, et ses délais</source>
        <translation>support, open or closed at a moment, and its response times</translation>
    </message>
    <message>
        <location filename="../../app/services/sync_checks.py"/>
        <source>l’horloge de ce PC avance de {n} minutes sur celle du serveur : réglez-la</source>
        <translation>this PC’s clock is {n} minutes ahead of the server’s: set it</translation>
    </message>
    <message>
        <location filename="../../app/commands/sync.py"/>
        <source>l’horloge de ce PC et celle du serveur diffèrent de {n} minutes : réglez-la</source>
        <translation>the clocks of this PC and of the server differ by {n} minutes: set it</translation>
    </message>
    <message>
        <location filename="../../app/services/sync_checks.py"/>
        <source>l’horloge de ce PC retarde de {n} minutes sur celle du serveur : réglez-la</source>
        <translation>this PC’s clock is {n} minutes behind the server’s: set it</translation>
    </message>
    <message>
        <location filename="../../app/server/cli.py"/>
        <source>l’identifiant de l’entreprise</source>
        <translation>the organisation’s identifier</translation>
    </message>
    <message>
        <location filename="../../app/commands/claim.py"/>
        <source>l’identifiant du matériel</source>
        <translation>the equipment’s id</translation>
    </message>
    <message>
        <location filename="../../app/server/cli.py"/>
        <source>l’identifiant du poste</source>
        <translation>the computer’s identifier</translation>
    </message>
    <message>
        <location filename="../../app/commands/backup.py"/>
        <source>l’identifiant d’accès à la destination</source>
        <translation>the user of the destination</translation>
    </message>
    <message>
        <location filename="../../app/commands/claim_show.py"/>
        <source>l’identifiant d’un matériel, comme en donne equipment list --json</source>
        <translation>the id of a piece of equipment, as equipment list --json gives them</translation>
    </message>
    <message>
        <location filename="../../app/commands/claim_steps.py"/>
        <source>l’identifiant d’un matériel, ou --new avec --serial</source>
        <translation>the id of a device, or --new with --serial</translation>
    </message>
    <message>
        <location filename="../../app/services/backup_restores.py"/>
        <source>l’identifiant d’une sauvegarde de ce dépôt</source>
        <translation>the identifier of a backup in this repository</translation>
    </message>
    <message>
        <location filename="../../app/services/backup_restores.py"/>
        <source>l’identifiant d’une sauvegarde, comme 1a2b3c4d</source>
        <translation>the identifier of a backup, such as 1a2b3c4d</translation>
    </message>
    <message>
        <location filename="../../app/commands/backup.py"/>
        <source>l’identifiant d’une sauvegarde, ou latest</source>
        <translation>the identifier of a backup, or latest</translation>
    </message>
    <message>
        <location filename="../../app/commands/sync.py"/>
        <source>l’identifiant, donné par conflicts list</source>
        <translation>the identifier, given by conflicts list</translation>
    </message>
    <message>
        <location filename="../../app/ui/tour.py"/>
        <source>l’image {path} ne peut pas être écrite</source>
        <translation>the picture {path} cannot be written</translation>
    </message>
    <message>
        <location filename="../../app/commands/request.py"/>
        <source>l’objet, en quelques mots</source>
        <translation>the subject, in a few words</translation>
    </message>
    <message>
        <location filename="../../app/ui/tour_walker.py"/>
        <source>l’onglet « {name} » manque</source>
        <translation>the tab “{name}” is missing</translation>
    </message>
    <message>
        <location filename="../../app/ui/tour_contracts.py"/>
        <source>l’écran Documents</source>
        <translation>the Documents screen</translation>
    </message>
    <message>
        <location filename="../../app/server/cli.py"/>
        <source>l’équipe, avec qui a un accès</source>
        <translation>the staff, and who has access</translation>
    </message>
    <message>
        <location filename="../../app/commands/backup.py"/>
        <source>l’état de chaque licence, d’après les comptes rendus</source>
        <translation>the state of each licence, from the reports</translation>
    </message>
    <message>
        <location filename="../../app/domain/article_services.py"/>
        <source>mardi</source>
        <translation>Tuesday</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/detail.py"/>
        <source>matériels rattachés : {n}</source>
        <translation>equipment attached: {n}</translation>
    </message>
    <message>
        <location filename="../../app/domain/article_services.py"/>
        <source>mercredi</source>
        <translation>Wednesday</translation>
    </message>
    <message>
        <location filename="../../app/commands/equipment.py"/>
        <source>mettre fin à l’affectation d’un matériel</source>
        <translation>end the assignment of a piece of equipment</translation>
    </message>
    <message>
        <location filename="../../app/commands/sync.py"/>
        <source>mine : celle de ce poste ; theirs : celle du serveur</source>
        <translation>mine: this computer’s; theirs: the server’s</translation>
    </message>
    <message>
        <location filename="../../app/commands/sync.py"/>
        <source>modifié ailleurs</source>
        <translation>changed elsewhere</translation>
    </message>
    <message>
        <location filename="../../app/commands/backup.py"/>
        <source>montrer ce qui serait restauré</source>
        <translation>show what would be restored</translation>
    </message>
    <message>
        <location filename="../../app/commands/parsing.py"/>
        <source>montrer cette aide</source>
        <translation>show this help</translation>
    </message>
    <message>
        <location filename="../../app/commands/company.py"/>
        <source>montrer la fiche et dire si l’entreprise peut louer</source>
        <translation>show the record and say whether the company may rent</translation>
    </message>
    <message>
        <location filename="../../app/cli.py"/>
        <source>montrer la version</source>
        <translation>show the version</translation>
    </message>
    <message>
        <location filename="../../app/commands/backup.py"/>
        <source>montrer le plan de ce poste, ou le changer</source>
        <translation>show this PC’s plan, or change it</translation>
    </message>
    <message>
        <location filename="../../app/commands/demo.py"/>
        <source>même graine, mêmes données (1 par défaut)</source>
        <translation>same seed, same data (1 by default)</translation>
    </message>
    <message>
        <location filename="../../app/domain/article_services.py"/>
        <source>ne pas exercer sous le régime de la micro-entreprise</source>
        <translation>not operate under the micro-enterprise scheme</translation>
    </message>
    <message>
        <location filename="../../app/commands/parsing.py"/>
        <source>ne rien demander au réseau</source>
        <translation>ask nothing of the network</translation>
    </message>
    <message>
        <location filename="../../app/system/repository_look.py"/>
        <source>nom inconnu, ou pas de connexion à internet</source>
        <translation>unknown name, or no internet connection</translation>
    </message>
    <message>
        <location filename="../../app/domain/reasons.py"/>
        <source>nom trop long</source>
        <translation>name too long</translation>
    </message>
    <message>
        <location filename="../../app/commands/demo.py"/>
        <source>nombre de demandes d’assistance (24 par défaut)</source>
        <translation>number of support requests (24 by default)</translation>
    </message>
    <message>
        <location filename="../../app/commands/quote.py"/>
        <source>nombre de licences, d’appareils ou d’ordinateurs</source>
        <translation>number of licences, devices or computers</translation>
    </message>
    <message>
        <location filename="../../app/commands/demo.py"/>
        <source>nombre de matériels (40 par défaut, au plus 200 000)</source>
        <translation>number of machines (40 by default, at most 200,000)</translation>
    </message>
    <message>
        <location filename="../../app/commands/claim_show.py"/>
        <source>non</source>
        <translation>no</translation>
    </message>
    <message>
        <location filename="../../app/ui/technician/facts.py"/>
        <source>non affecté</source>
        <translation>nobody in particular</translation>
    </message>
    <message>
        <location filename="../../app/ui/technician/confirmation.py"/>
        <source>non coché</source>
        <translation>not ticked</translation>
    </message>
    <message>
        <location filename="../../app/ui/equipment/record_tabs.py"/>
        <source>non couvert</source>
        <translation>not covered</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/words.py"/>
        <source>non planifiée</source>
        <translation>not scheduled</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/services.py"/>
        <source>non remplie</source>
        <translation>not met</translation>
    </message>
    <message>
        <location filename="../../app/ui/technician/facts.py"/>
        <source>non renseignée</source>
        <translation>not recorded</translation>
    </message>
    <message>
        <location filename="../../app/commands/contract.py"/>
        <source>noter la signature d’un brouillon</source>
        <translation>record the signature of a draft</translation>
    </message>
    <message>
        <location filename="../../app/commands/contract_papers.py"/>
        <source>noter que la lettre est partie, reçue ou confirmée</source>
        <translation>record that the letter was sent, received or confirmed</translation>
    </message>
    <message>
        <location filename="../../app/commands/contract_services.py"/>
        <source>noter que le devis n’en nomme aucune</source>
        <translation>record that the quote names none</translation>
    </message>
    <message>
        <location filename="../../app/commands/claim_steps.py"/>
        <source>noter que le support a appelé, comme promis</source>
        <translation>record that support called, as promised</translation>
    </message>
    <message>
        <location filename="../../app/commands/claim_steps.py"/>
        <source>noter que l’appareil est parti en réparation</source>
        <translation>record that the device has left to be repaired</translation>
    </message>
    <message>
        <location filename="../../app/commands/request_steps.py"/>
        <source>noter une intervention terminée</source>
        <translation>record an intervention that is over</translation>
    </message>
    <message>
        <location filename="../../app/commands/sync.py"/>
        <source>note : le SIREN du serveur ({theirs}, {organisation}) n’est pas celui de ce dossier ({ours}) : vérifiez que c’est la bonne entreprise</source>
        <translation>note: the SIREN on the server ({theirs}, {organisation}) is not this folder’s ({ours}): check that it is the right company</translation>
    </message>
    <message>
        <location filename="../../app/cli.py"/>
        <source>note : {text}</source>
        <translation>note: {text}</translation>
    </message>
    <message>
        <location filename="../../app/commands/contract_papers.py"/>
        <source>numéro de suivi de la lettre recommandée</source>
        <translation>tracking number of the registered letter</translation>
    </message>
    <message>
        <location filename="../../app/documents/contract_sections.py"/>
        <source>n° {number}</source>
        <translation>no. {number}</translation>
    </message>
    <message>
        <location filename="../../app/domain/values/pc.py"/>
        <source>n’existe que sous Windows</source>
        <translation>exists on Windows only</translation>
    </message>
    <message>
        <location filename="../../app/ui/widgets/forms.py"/>
        <source>obligatoire</source>
        <translation>required</translation>
    </message>
    <message>
        <location filename="../../app/commands/claim_show.py"/>
        <source>on ne sait pas</source>
        <translation>unknown</translation>
    </message>
    <message>
        <location filename="../../app/commands/hours.py"/>
        <source>opens_at est la prochaine ouverture, même quand l’assistance est ouverte. closes_at est la fin de l’ouverture en cours, sinon de la prochaine.</source>
        <translation>opens_at is the next opening, even while support is open. closes_at is the end of the current opening, otherwise of the next one.</translation>
    </message>
    <message>
        <location filename="../../app/commands/parsing.py"/>
        <source>options</source>
        <translation>options</translation>
    </message>
    <message>
        <location filename="../../app/domain/reasons.py"/>
        <source>opération non permise</source>
        <translation>operation not allowed</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/wording.py"/>
        <source>ordinateur</source>
        <translation>computer</translation>
    </message>
    <message>
        <location filename="../../app/commands/claim_show.py"/>
        <source>oui</source>
        <translation>yes</translation>
    </message>
    <message>
        <location filename="../../app/services/fields.py"/>
        <source>oui ou non</source>
        <translation>yes or no</translation>
    </message>
    <message>
        <location filename="../../app/cli.py"/>
        <source>ouvrir la fenêtre, parcourir le travail principal, enregistrer images et PDF</source>
        <translation>open the window, walk the main job, save pictures and PDFs</translation>
    </message>
    <message>
        <location filename="../../app/cli.py"/>
        <source>ouvrir la fenêtre, écrire ses temps de démarrage en JSON et finir</source>
        <translation>open the window, print its start-up times as JSON and end</translation>
    </message>
    <message>
        <location filename="../../app/domain/article_services.py"/>
        <source>oxydation</source>
        <translation>oxidation</translation>
    </message>
    <message>
        <location filename="../../app/commands/backup.py"/>
        <source>où se trouve restic</source>
        <translation>where restic is</translation>
    </message>
    <message>
        <location filename="../../app/documents/contract.py"/>
        <source>page {number} / {total}</source>
        <translation>page {number} / {total}</translation>
    </message>
    <message>
        <location filename="../../app/domain/article_services.py"/>
        <source>panne</source>
        <translation>breakdown</translation>
    </message>
    <message>
        <location filename="../../app/domain/article_parts.py"/>
        <source>par appareil</source>
        <translation>per device</translation>
    </message>
    <message>
        <location filename="../../app/commands/contract_show.py"/>
        <source>par courrier le {post}, par e-mail le {email}</source>
        <translation>by post on {post}, by e-mail on {email}</translation>
    </message>
    <message>
        <location filename="../../app/domain/article_parts.py"/>
        <source>par courrier à l’adresse du Prestataire</source>
        <translation>by post to the Provider’s address</translation>
    </message>
    <message>
        <location filename="../../app/domain/article_parts.py"/>
        <source>par courrier à {address}</source>
        <translation>by post to {address}</translation>
    </message>
    <message>
        <location filename="../../app/domain/article_parts.py"/>
        <source>par e-mail au Prestataire</source>
        <translation>by e-mail to the Provider</translation>
    </message>
    <message>
        <location filename="../../app/domain/article_parts.py"/>
        <source>par e-mail à {email}</source>
        <translation>by e-mail to {email}</translation>
    </message>
    <message>
        <location filename="../../app/domain/article_parts.py"/>
        <source>par licence</source>
        <translation>per licence</translation>
    </message>
    <message>
        <location filename="../../app/domain/term_reasons.py"/>
        <source>par mois civil</source>
        <translation>by calendar month</translation>
    </message>
    <message>
        <location filename="../../app/domain/term_reasons.py"/>
        <source>par mois, depuis le jour du début du contrat</source>
        <translation>by month, from the day the contract started</translation>
    </message>
    <message>
        <location filename="../../app/domain/article_parts.py"/>
        <source>par ordinateur</source>
        <translation>per computer</translation>
    </message>
    <message>
        <location filename="../../app/domain/article_services.py"/>
        <source>par téléphone</source>
        <translation>by phone</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/follow_up.py"/>
        <source>par {channel}</source>
        <translation>by {channel}</translation>
    </message>
    <message>
        <location filename="../../app/sync/line.py"/>
        <source>pas de réponse à temps</source>
        <translation>no answer in time</translation>
    </message>
    <message>
        <location filename="../../app/sync/line.py"/>
        <source>pas de réseau, ou le serveur est arrêté</source>
        <translation>no network, or the server is stopped</translation>
    </message>
    <message>
        <location filename="../../app/sync/line.py"/>
        <source>pas de réseau, ou l’adresse n’existe pas</source>
        <translation>no network, or there is no such address</translation>
    </message>
    <message>
        <location filename="../../app/services/sync_checks.py"/>
        <source>pas de serveur : les données restent sur ce PC</source>
        <translation>no server: the data stays on this PC</translation>
    </message>
    <message>
        <location filename="../../app/commands/contract_services.py"/>
        <source>pas due</source>
        <translation>not due</translation>
    </message>
    <message>
        <location filename="../../app/domain/support_clock.py"/>
        <source>pas d’ouverture ce jour de la semaine</source>
        <translation>not open on this day of the week</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/follow_up.py"/>
        <source>pas encore</source>
        <translation>not yet</translation>
    </message>
    <message>
        <location filename="../../app/services/maintenance.py"/>
        <source>pas encore créée : {path}</source>
        <translation>not created yet: {path}</translation>
    </message>
    <message>
        <location filename="../../app/services/maintenance.py"/>
        <source>pas encore de copie : la première est faite au prochain usage</source>
        <translation>no copy yet: the first is made at the next use</translation>
    </message>
    <message>
        <location filename="../../app/commands/equipment.py"/>
        <source>passer les N premières</source>
        <translation>skip the first N</translation>
    </message>
    <message>
        <location filename="../../app/domain/article_services.py"/>
        <source>perte</source>
        <translation>loss</translation>
    </message>
    <message>
        <location filename="../../app/domain/reasons.py"/>
        <source>plus de place sur le disque</source>
        <translation>no space left on the disk</translation>
    </message>
    <message>
        <location filename="../../app/domain/offer_tiers.py"/>
        <source>plus de {before}, le début de la tranche précédente</source>
        <translation>more than {before}, where the tier before begins</translation>
    </message>
    <message>
        <location filename="../../app/server/cli.py"/>
        <source>port d’écoute</source>
        <translation>port to listen on</translation>
    </message>
    <message>
        <location filename="../../app/server/cli.py"/>
        <source>postes</source>
        <translation>computers</translation>
    </message>
    <message>
        <location filename="../../app/server/database.py"/>
        <source>postgresql://utilisateur@hôte/base ou sqlite:///fichier</source>
        <translation>postgresql://user@host/database or sqlite:///file</translation>
    </message>
    <message>
        <location filename="../../app/commands/claim.py"/>
        <source>pour un vol : un de {names}</source>
        <translation>for a theft: one of {names}</translation>
    </message>
    <message>
        <location filename="../../app/commands/contract_services.py"/>
        <source>pour une intervention ce jour (aujourd’hui par défaut)</source>
        <translation>for a visit on that day (today by default)</translation>
    </message>
    <message>
        <location filename="../../app/commands/contract.py"/>
        <source>premier jour du contrat</source>
        <translation>first day of the contract</translation>
    </message>
    <message>
        <location filename="../../app/ui/equipment/record_tabs.py"/>
        <source>prise en charge inconnue</source>
        <translation>cover unknown</translation>
    </message>
    <message>
        <location filename="../../app/commands/request_steps.py"/>
        <source>prise en charge ou facturée (par défaut : comme la demande)</source>
        <translation>covered or billed (by default: as the request is)</translation>
    </message>
    <message>
        <location filename="../../app/domain/article_services.py"/>
        <source>prise en charge par le Prestataire</source>
        <translation>covered by the Provider</translation>
    </message>
    <message>
        <location filename="../../app/domain/article_services.py"/>
        <source>prise en charge pendant toute la durée de la location</source>
        <translation>covered for the whole of the rental</translation>
    </message>
    <message>
        <location filename="../../app/commands/quote.py"/>
        <source>prix unitaire HT par mois du devis, pour une offre sans prix public</source>
        <translation>the quote’s unit price per month, excl. VAT, for an offer without public price</translation>
    </message>
    <message>
        <location filename="../../app/ui/equipment/record_tabs.py"/>
        <source>promis pour le {moment}</source>
        <translation>promised for {moment}</translation>
    </message>
    <message>
        <location filename="../../app/commands/claim_steps.py"/>
        <source>prêter un appareil en stock</source>
        <translation>lend a device in stock</translation>
    </message>
    <message>
        <location filename="../../app/commands/claim_steps.py"/>
        <source>quand (maintenant par défaut), comme 2026-11-12T10:00</source>
        <translation>when (default: now), such as 2026-11-12T10:00</translation>
    </message>
    <message>
        <location filename="../../app/commands/request.py"/>
        <source>quand être rappelé, comme 2026-11-12T10:00</source>
        <translation>when to be called back, such as 2026-11-12T10:00</translation>
    </message>
    <message>
        <location filename="../../app/domain/offer_checks.py"/>
        <source>quantity_follows dans une offre liée à une location (managed.tied_to) seulement</source>
        <translation>quantity_follows only in an offer tied to a rental (managed.tied_to)</translation>
    </message>
    <message>
        <location filename="../../app/services/technicians.py"/>
        <source>quelqu’un de l’entreprise, et non le technicien lui-même</source>
        <translation>somebody from the company, not the technician themselves</translation>
    </message>
    <message>
        <location filename="../../app/commands/request_steps.py"/>
        <source>qui intervient</source>
        <translation>who does it</translation>
    </message>
    <message>
        <location filename="../../app/commands/request.py"/>
        <source>qui rappeler</source>
        <translation>whom to call back</translation>
    </message>
    <message>
        <location filename="../../app/cli.py"/>
        <source>quitter le serveur ; toutes les données restent</source>
        <translation>leave the server; all data stays</translation>
    </message>
    <message>
        <location filename="../../app/services/home_support.py"/>
        <source>rappel promis pour le {moment}</source>
        <translation>call-back promised for {moment}</translation>
    </message>
    <message>
        <location filename="../../app/commands/sync.py"/>
        <source>refusé</source>
        <translation>refused</translation>
    </message>
    <message>
        <location filename="../../app/server/cli.py"/>
        <source>remettre d’abord en file les mails abandonnés</source>
        <translation>first queue again the mails that were given up</translation>
    </message>
    <message>
        <location filename="../../app/services/home_support.py"/>
        <source>remplacement promis pour le {moment}</source>
        <translation>replacement promised for {moment}</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/services.py"/>
        <source>remplie</source>
        <translation>met</translation>
    </message>
    <message>
        <location filename="../../app/cli.py"/>
        <source>remplir un dossier vide avec un pressing inventé</source>
        <translation>fill an empty folder with a made-up dry cleaner</translation>
    </message>
    <message>
        <location filename="../../app/domain/offer_types.py"/>
        <source>renewal_months avec renewal = "tacit", et seulement alors</source>
        <translation>renewal_months with renewal = "tacit", and only then</translation>
    </message>
    <message>
        <location filename="../../app/commands/request_steps.py"/>
        <source>renoncer au rendez-vous</source>
        <translation>give up the appointment</translation>
    </message>
    <message>
        <location filename="../../app/commands/contract_papers.py"/>
        <source>reprendre la dernière étape, notée par erreur</source>
        <translation>take back the last step, noted by mistake</translation>
    </message>
    <message>
        <location filename="../../app/commands/request_import.py"/>
        <source>reprendre les demandes passées d’un autre système, d’un fichier CSV ou XLSX</source>
        <translation>take over past requests from another system’s CSV or XLSX file</translation>
    </message>
    <message>
        <location filename="../../app/commands/claim_steps.py"/>
        <source>reprendre l’appareil prêté</source>
        <translation>take the lent device back</translation>
    </message>
    <message>
        <location filename="../../app/server/cli.py"/>
        <source>reprendre une copie, serveur arrêté, avec une nouvelle histoire</source>
        <translation>restore a copy with a new history, while the server is stopped</translation>
    </message>
    <message>
        <location filename="../../app/commands/backup.py"/>
        <source>restaurer dans un nouveau dossier</source>
        <translation>restore into a new folder</translation>
    </message>
    <message>
        <location filename="../../app/services/backup_access.py"/>
        <source>restic a échoué sans dire pourquoi (état {status}).</source>
        <translation>restic failed without saying why (status {status}).</translation>
    </message>
    <message>
        <location filename="../../app/services/backup_access.py"/>
        <source>restic a été arrêté de l’extérieur avant la fin.</source>
        <translation>restic was stopped from outside before the end.</translation>
    </message>
    <message>
        <location filename="../../app/domain/backup_problems.py"/>
        <source>restic est introuvable</source>
        <translation>restic not found</translation>
    </message>
    <message>
        <location filename="../../app/system/restic.py"/>
        <source>restic est introuvable. {where}</source>
        <translation>restic was not found. {where}</translation>
    </message>
    <message>
        <location filename="../../app/domain/backup_problems.py"/>
        <source>restic est trop ancien</source>
        <translation>restic too old</translation>
    </message>
    <message>
        <location filename="../../app/system/restic.py"/>
        <source>restic n’a pas pu être lancé : « {path} ».</source>
        <translation>restic could not be started: “{path}”.</translation>
    </message>
    <message>
        <location filename="../../app/system/restic.py"/>
        <source>restic {version} est trop ancien : il faut {least} ou plus récent.</source>
        <translation>restic {version} is too old: {least} or later is needed.</translation>
    </message>
    <message>
        <location filename="../../app/services/backup_checks.py"/>
        <source>restic {version}, {path}</source>
        <translation>restic {version}, {path}</translation>
    </message>
    <message>
        <location filename="../../app/server/cli.py"/>
        <source>retirer l’accès à un poste</source>
        <translation>take a computer’s access away</translation>
    </message>
    <message>
        <location filename="../../app/server/cli.py"/>
        <source>retirer l’accès à une personne : tous ses jetons finissent</source>
        <translation>take a person’s access away: all their tokens end</translation>
    </message>
    <message>
        <location filename="../../app/services/request_imports.py"/>
        <source>rien</source>
        <translation>nothing</translation>
    </message>
    <message>
        <location filename="../../app/commands/claim_steps.py"/>
        <source>rien avec --new : l’appareil est noté avec son numéro de série</source>
        <translation>nothing with --new: the device is recorded with its serial number</translation>
    </message>
    <message>
        <location filename="../../app/services/resignation_steps.py"/>
        <source>rien : aucun contrat à résilier n’est lié à celui-ci</source>
        <translation>nothing: no contract left to terminate is tied to this one</translation>
    </message>
    <message>
        <location filename="../../app/commands/office.py"/>
        <source>rien : aucun site n’est enregistré</source>
        <translation>nothing: no site is on record</translation>
    </message>
    <message>
        <location filename="../../app/domain/cover.py"/>
        <source>rien : ce n’est pas un vol</source>
        <translation>nothing: it is not a theft</translation>
    </message>
    <message>
        <location filename="../../app/services/contracts.py"/>
        <source>rien : la quantité suit les ordinateurs loués chez ce prestataire</source>
        <translation>nothing: the quantity follows the computers rented from this provider</translation>
    </message>
    <message>
        <location filename="../../app/domain/pricing.py"/>
        <source>rien : le prix de cette offre est fixé par sa grille</source>
        <translation>nothing: the price of this offer is set by its table</translation>
    </message>
    <message>
        <location filename="../../app/domain/offer_model.py"/>
        <source>rien : le prix de cette offre est public</source>
        <translation>nothing: the price of this offer is public</translation>
    </message>
    <message>
        <location filename="../../app/server/commands.py"/>
        <source>rien : une base PostgreSQL se restaure avec pg_restore</source>
        <translation>nothing: a PostgreSQL database is restored with pg_restore</translation>
    </message>
    <message>
        <location filename="../../app/server/cli.py"/>
        <source>répondre aussi à /metrics (Prometheus) ; à fermer vers l’extérieur</source>
        <translation>also answer /metrics (Prometheus); keep it closed to the outside</translation>
    </message>
    <message>
        <location filename="../../app/server/cli.py"/>
        <source>répondre aux postes</source>
        <translation>answer the computers</translation>
    </message>
    <message>
        <location filename="../../app/server/cli.py"/>
        <source>répondre par un document JSON</source>
        <translation>answer with a JSON document</translation>
    </message>
    <message>
        <location filename="../../app/domain/values/pc.py"/>
        <source>réponse illisible : « {detail} »</source>
        <translation>unreadable answer: “{detail}”</translation>
    </message>
    <message>
        <location filename="../../app/domain/values/pc.py"/>
        <source>réservé aux administrateurs de ce poste</source>
        <translation>reserved for administrators of this PC</translation>
    </message>
    <message>
        <location filename="../../app/documents/resignation_letter.py"/>
        <source>résiliation du contrat n° {number} – {offer}</source>
        <translation>termination of contract no. {number} – {offer}</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/history_looks.py"/>
        <source>réussie</source>
        <translation>succeeded</translation>
    </message>
    <message>
        <location filename="../../app/server/commands.py"/>
        <source>révoqué</source>
        <translation>revoked</translation>
    </message>
    <message>
        <location filename="../../app/commands/equipment.py"/>
        <source>sa configuration : processeur, mémoire, disque</source>
        <translation>its configuration: processor, memory, disk</translation>
    </message>
    <message>
        <location filename="../../app/commands/request_steps.py"/>
        <source>sa durée (30 par défaut)</source>
        <translation>its length in minutes (30 by default)</translation>
    </message>
    <message>
        <location filename="../../app/commands/request_steps.py"/>
        <source>sa fin</source>
        <translation>its end</translation>
    </message>
    <message>
        <location filename="../../app/commands/request_steps.py"/>
        <source>sa fin réelle, si le chronomètre a été oublié (maintenant par défaut)</source>
        <translation>its real end, if the timer was forgotten (default: now)</translation>
    </message>
    <message>
        <location filename="../../app/services/maintenance.py"/>
        <source>saine : {path}, {size} Kio</source>
        <translation>sound: {path}, {size} KiB</translation>
    </message>
    <message>
        <location filename="../../app/domain/article_services.py"/>
        <source>samedi</source>
        <translation>Saturday</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/rental_end.py"/>
        <source>sans</source>
        <translation>none</translation>
    </message>
    <message>
        <location filename="../../app/server/commands.py"/>
        <source>sans accès</source>
        <translation>no access</translation>
    </message>
    <message>
        <location filename="../../app/documents/statistics.py"/>
        <source>sans aucune intervention à ce jour</source>
        <translation>no intervention so far</translation>
    </message>
    <message>
        <location filename="../../app/domain/article_services.py"/>
        <source>sans engagement</source>
        <translation>without commitment</translation>
    </message>
    <message>
        <location filename="../../app/documents/contract_sections.py"/>
        <source>sans engagement de durée</source>
        <translation>no minimum period</translation>
    </message>
    <message>
        <location filename="../../app/commands/backup.py"/>
        <source>sans les données de Parclair</source>
        <translation>without Parclair’s data</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/plan_when.py"/>
        <source>sans limite</source>
        <translation>no limit</translation>
    </message>
    <message>
        <location filename="../../app/commands/backup.py"/>
        <source>sauvegarder maintenant</source>
        <translation>back up now</translation>
    </message>
    <message>
        <location filename="../../app/services/maintenance.py"/>
        <source>schéma {version}</source>
        <translation>schema {version}</translation>
    </message>
    <message>
        <location filename="../../app/server/cli.py"/>
        <source>serveur de mails ; sans lui, les mails attendent</source>
        <translation>mail server; without it, mails wait</translation>
    </message>
    <message>
        <location filename="../../app/domain/article_services.py"/>
        <source>simple question</source>
        <translation>simple question</translation>
    </message>
    <message>
        <location filename="../../app/services/claim_rules.py"/>
        <source>sinistre {number}, {type}</source>
        <translation>claim {number}, {type}</translation>
    </message>
    <message>
        <location filename="../../app/commands/sync.py"/>
        <source>siren : {theirs} sur le serveur ({organisation}), {ours} dans ce dossier. Rien n’a été envoyé ni réuni, et le code a servi. Si c’est bien la même entreprise, demandez un autre code et ajoutez --other-siren.</source>
        <translation>siren: {theirs} on the server ({organisation}), {ours} in this folder. Nothing was sent or put together, and the code is used up. If it is the same company, ask for another code and add --other-siren.</translation>
    </message>
    <message>
        <location filename="../../app/commands/equipment.py"/>
        <source>son ID TeamViewer</source>
        <translation>its TeamViewer ID</translation>
    </message>
    <message>
        <location filename="../../app/system/teamviewer.py"/>
        <source>son ID n’est lu que sous Windows</source>
        <translation>its ID is only read on Windows</translation>
    </message>
    <message>
        <location filename="../../app/server/cli.py"/>
        <source>son SIREN</source>
        <translation>its SIREN</translation>
    </message>
    <message>
        <location filename="../../app/commands/office.py"/>
        <source>son adresse e-mail</source>
        <translation>their e-mail address</translation>
    </message>
    <message>
        <location filename="../../app/commands/request_steps.py"/>
        <source>son début</source>
        <translation>its start</translation>
    </message>
    <message>
        <location filename="../../app/commands/equipment.py"/>
        <source>son fabricant</source>
        <translation>its manufacturer</translation>
    </message>
    <message>
        <location filename="../../app/commands/equipment.py"/>
        <source>son modèle, comme l’écrit le fabricant</source>
        <translation>its model, as the manufacturer writes it</translation>
    </message>
    <message>
        <location filename="../../app/server/cli.py"/>
        <source>son nom</source>
        <translation>its name</translation>
    </message>
    <message>
        <location filename="../../app/commands/equipment.py"/>
        <source>son numéro de série</source>
        <translation>its serial number</translation>
    </message>
    <message>
        <location filename="../../app/commands/equipment.py"/>
        <source>son numéro d’inventaire, celui de l’étiquette</source>
        <translation>its inventory number, the one on the label</translation>
    </message>
    <message>
        <location filename="../../app/server/cli.py"/>
        <source>son port (587, ou 465 avec tls)</source>
        <translation>its port (587, or 465 with tls)</translation>
    </message>
    <message>
        <location filename="../../app/commands/equipment.py"/>
        <source>son système, comme Windows 11 Pro</source>
        <translation>its operating system, such as Windows 11 Pro</translation>
    </message>
    <message>
        <location filename="../../app/server/mails/settings.py"/>
        <source>starttls ou tls : un mot de passe ne voyage pas en clair</source>
        <translation>starttls or tls: a password does not travel unencrypted</translation>
    </message>
    <message>
        <location filename="../../app/server/cli.py"/>
        <source>starttls, tls ou none</source>
        <translation>starttls, tls or none</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/statistics.py"/>
        <source>statistiques</source>
        <translation>statistics</translation>
    </message>
    <message>
        <location filename="../../app/commands/contract_show.py"/>
        <source>suppose un préavis reçu ce jour-là (par défaut, --as-of)</source>
        <translation>supposes a notice received on that day (default: --as-of)</translation>
    </message>
    <message>
        <location filename="../../app/commands/sync.py"/>
        <source>supprimé ailleurs</source>
        <translation>deleted elsewhere</translation>
    </message>
    <message>
        <location filename="../../app/domain/article_services.py"/>
        <source>sur place</source>
        <translation>on site</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/claim_detail.py"/>
        <source>survenu le {day}</source>
        <translation>happened on {day}</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/plan_when.py"/>
        <source>séparées par des virgules</source>
        <translation>separated by commas</translation>
    </message>
    <message>
        <location filename="../../app/documents/contract_sections.py"/>
        <source>tacite reconduction, par périodes de {months}</source>
        <translation>renewed tacitly, for {months} at a time</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/statistics_parts.py"/>
        <source>taux de réponse</source>
        <translation>response rate</translation>
    </message>
    <message>
        <location filename="../../app/commands/request_steps.py"/>
        <source>terminer l’intervention en cours</source>
        <translation>end the intervention under way</translation>
    </message>
    <message>
        <location filename="../../app/commands/office.py"/>
        <source>tous les collaborateurs</source>
        <translation>everybody</translation>
    </message>
    <message>
        <location filename="../../app/commands/contract.py"/>
        <source>tous les contrats, l’échéance la plus proche d’abord</source>
        <translation>all contracts, the nearest deadline first</translation>
    </message>
    <message>
        <location filename="../../app/commands/office.py"/>
        <source>tous les sites</source>
        <translation>all sites</translation>
    </message>
    <message>
        <location filename="../../app/commands/equipment.py"/>
        <source>tout ce qui est connu d’un matériel</source>
        <translation>everything known of a piece of equipment</translation>
    </message>
    <message>
        <location filename="../../app/commands/claim_show.py"/>
        <source>tout ce qui est connu d’un sinistre</source>
        <translation>everything known of a claim</translation>
    </message>
    <message>
        <location filename="../../app/commands/request.py"/>
        <source>tout ce qui est connu d’une demande</source>
        <translation>everything known about a request</translation>
    </message>
    <message>
        <location filename="../../app/ui/technician/card.py"/>
        <source>toute la fiche</source>
        <translation>the whole card</translation>
    </message>
    <message>
        <location filename="../../app/commands/backup.py"/>
        <source>toutes les N heures au lieu d’heures fixes</source>
        <translation>every N hours instead of fixed times</translation>
    </message>
    <message>
        <location filename="../../app/commands/request.py"/>
        <source>toutes les demandes, la plus récente d’abord</source>
        <translation>all requests, newest first</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/words.py"/>
        <source>toutes les heures</source>
        <translation>every hour</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/words.py"/>
        <source>toutes les {n} heures</source>
        <translation>every {n} hours</translation>
    </message>
    <message>
        <location filename="../../app/commands/sync.py"/>
        <source>trancher : garder la valeur de ce poste ou celle du serveur</source>
        <translation>settle: keep this computer’s value or the server’s</translation>
    </message>
    <message>
        <location filename="../../app/commands/equipment.py"/>
        <source>trier par ce champ (designation par défaut)</source>
        <translation>sort by this field (designation by default)</translation>
    </message>
    <message>
        <location filename="../../app/system/secrets.py"/>
        <source>trousseau de votre session</source>
        <translation>your session’s keyring</translation>
    </message>
    <message>
        <location filename="../../app/domain/offer_types.py"/>
        <source>true ou false</source>
        <translation>true or false</translation>
    </message>
    <message>
        <location filename="../../app/domain/identifiers.py"/>
        <source>un BIC de 8 ou 11 caractères : banque (4 lettres), pays (2 lettres), lieu, agence</source>
        <translation>a BIC of 8 or 11 characters: bank (4 letters), country (2 letters), place, branch</translation>
    </message>
    <message>
        <location filename="../../app/domain/identifiers.py"/>
        <source>un IBAN dont la clé RIB, les 2 derniers chiffres, est juste (ici, elle est fausse)</source>
        <translation>an IBAN whose RIB key, the last 2 digits, is right (here it is wrong)</translation>
    </message>
    <message>
        <location filename="../../app/domain/identifiers.py"/>
        <source>un IBAN dont les 2 chiffres de contrôle (modulo 97) sont justes (ici, ils sont faux)</source>
        <translation>an IBAN whose 2 check digits (modulo 97) are right (here they are wrong)</translation>
    </message>
    <message>
        <location filename="../../app/domain/identifiers.py"/>
        <source>un IBAN d’un pays connu, de la longueur que ce pays prescrit</source>
        <translation>an IBAN of a known country, of the length that country prescribes</translation>
    </message>
    <message>
        <location filename="../../app/domain/identifiers.py"/>
        <source>un IBAN français, fait de chiffres (des lettres ne peuvent figurer que dans le numéro de compte)</source>
        <translation>a French IBAN, made of digits (letters may stand only in the account number)</translation>
    </message>
    <message>
        <location filename="../../app/domain/identifiers.py"/>
        <source>un IBAN français, qui commence par FR</source>
        <translation>a French IBAN, which begins with FR</translation>
    </message>
    <message>
        <location filename="../../app/domain/identifiers.py"/>
        <source>un IBAN : 2 lettres de pays, 2 chiffres de clé, puis le compte</source>
        <translation>an IBAN: 2 country letters, 2 check digits, then the account</translation>
    </message>
    <message>
        <location filename="../../app/services/attachment_checks.py"/>
        <source>un PDF</source>
        <translation>a PDF</translation>
    </message>
    <message>
        <location filename="../../app/domain/identifiers.py"/>
        <source>un SIREN dont le dernier chiffre vérifie la clé de Luhn (ici, il ne la vérifie pas)</source>
        <translation>a SIREN whose last digit satisfies the Luhn check (this one does not)</translation>
    </message>
    <message>
        <location filename="../../app/domain/identifiers.py"/>
        <source>un SIRET dont le dernier chiffre vérifie la clé de Luhn (ici, il ne la vérifie pas)</source>
        <translation>a SIRET whose last digit satisfies the Luhn check (this one does not)</translation>
    </message>
    <message>
        <location filename="../../app/domain/identifiers.py"/>
        <source>un SIRET qui commence par le SIREN de l’entreprise, {siren}</source>
        <translation>a SIRET that begins with the company’s SIREN, {siren}</translation>
    </message>
    <message>
        <location filename="../../app/domain/identifiers.py"/>
        <source>un SIRET qui commence par un SIREN valide (les 9 premiers chiffres ne le sont pas)</source>
        <translation>a SIRET that begins with a valid SIREN (the first 9 digits are not one)</translation>
    </message>
    <message>
        <location filename="../../app/domain/article_services.py"/>
        <source>un appareil de remplacement est fourni le jour ouvré qui suit la déclaration</source>
        <translation>a replacement device is provided on the working day after the declaration</translation>
    </message>
    <message>
        <location filename="../../app/domain/article_services.py"/>
        <source>un appareil de remplacement est fourni sous {days}</source>
        <translation>a replacement device is provided within {days}</translation>
    </message>
    <message>
        <location filename="../../app/commands/claim_steps.py"/>
        <source>un appareil en stock, ou celui qui est prêté</source>
        <translation>a device in stock, or the one that is lent</translation>
    </message>
    <message>
        <location filename="../../app/cli.py"/>
        <source>un argument contient des octets qui ne sont pas du texte en UTF-8</source>
        <translation>an argument holds bytes that are not UTF-8 text</translation>
    </message>
    <message>
        <location filename="../../app/commands/claim_steps.py"/>
        <source>un autre appareil prend la place du sien, et le sinistre est réglé</source>
        <translation>another device takes the place of the one concerned, and the claim is settled</translation>
    </message>
    <message>
        <location filename="../../app/domain/offer_checks.py"/>
        <source>un autre identifiant que l’unité de prix</source>
        <translation>an id other than the pricing unit</translation>
    </message>
    <message>
        <location filename="../../app/ui/sync/inbox_words.py"/>
        <source>un autre poste</source>
        <translation>another computer</translation>
    </message>
    <message>
        <location filename="../../app/services/request_imports.py"/>
        <source>un avis donné ne change plus ; ici : {old}</source>
        <translation>a rating no longer changes once given; here: {old}</translation>
    </message>
    <message>
        <location filename="../../app/services/request_imports.py"/>
        <source>un avis donné ne se retire pas</source>
        <translation>a rating is not withdrawn once given</translation>
    </message>
    <message>
        <location filename="../../app/services/backup_plans.py"/>
        <source>un chemin complet, depuis la racine du disque</source>
        <translation>a full path, from the root of the disk</translation>
    </message>
    <message>
        <location filename="../../app/services/backup_plans.py"/>
        <source>un chemin de dossier</source>
        <translation>the path of a folder</translation>
    </message>
    <message>
        <location filename="../../app/services/tables_reading.py"/>
        <source>un classeur .xlsx sans mot de passe, ou un fichier CSV (celui-ci est protégé, ou d’un ancien Excel)</source>
        <translation>an .xlsx workbook without a password, or a CSV file (this one is protected, or from an old Excel)</translation>
    </message>
    <message>
        <location filename="../../app/services/workbook_reading.py"/>
        <source>un classeur XLSX en bon état : celui-ci ne se lit pas</source>
        <translation>an XLSX workbook in good order: this one cannot be read</translation>
    </message>
    <message>
        <location filename="../../app/services/tables_reading.py"/>
        <source>un classeur où une seule feuille a ces colonnes</source>
        <translation>a workbook where a single sheet has these columns</translation>
    </message>
    <message>
        <location filename="../../app/services/workbook_reading.py"/>
        <source>un classeur plus petit : déplié, celui-ci fait {n} Mio</source>
        <translation>a smaller workbook: unpacked, this one takes {n} MiB</translation>
    </message>
    <message>
        <location filename="../../app/services/workbook_reading.py"/>
        <source>un classeur sans mot de passe</source>
        <translation>a workbook without a password</translation>
    </message>
    <message>
        <location filename="../../app/services/technician_codes.py"/>
        <source>un code du prestataire encore valable ; un code déjà utilisé est refusé</source>
        <translation>a code of the provider’s that is still valid; a used code is refused</translation>
    </message>
    <message>
        <location filename="../../app/sync/http.py"/>
        <source>un code d’activation valable (24 heures, 5 essais, un seul poste)</source>
        <translation>a valid activation code (24 hours, 5 tries, one computer only)</translation>
    </message>
    <message>
        <location filename="../../app/domain/identifiers.py"/>
        <source>un code postal français de 5 chiffres, comme 74800</source>
        <translation>a French postal code of 5 digits, such as 74800</translation>
    </message>
    <message>
        <location filename="../../app/server/cli.py"/>
        <source>un code à usage unique pour un poste</source>
        <translation>a one-time code for a computer</translation>
    </message>
    <message>
        <location filename="../../app/commands/request.py"/>
        <source>un commentaire</source>
        <translation>a comment</translation>
    </message>
    <message>
        <location filename="../../app/ui/tour_contracts.py"/>
        <source>un contrat choisi</source>
        <translation>a contract to be chosen</translation>
    </message>
    <message>
        <location filename="../../app/services/resignation_steps.py"/>
        <source>un contrat lié à celui-ci et non résilié : {names}</source>
        <translation>a contract tied to this one and not terminated: {names}</translation>
    </message>
    <message>
        <location filename="../../app/cli.py"/>
        <source>un de {names}</source>
        <translation>one of {names}</translation>
    </message>
    <message>
        <location filename="../../app/commands/contract.py"/>
        <source>un de {names} (active par défaut)</source>
        <translation>one of {names} (active by default)</translation>
    </message>
    <message>
        <location filename="../../app/services/attachment_checks.py"/>
        <source>un document Office</source>
        <translation>an Office document</translation>
    </message>
    <message>
        <location filename="../../app/services/attachment_checks.py"/>
        <source>un document OpenDocument</source>
        <translation>an OpenDocument document</translation>
    </message>
    <message>
        <location filename="../../app/services/attachment_checks.py"/>
        <source>un document ou une image, pas un fichier que Windows exécute ou monte (.{ending})</source>
        <translation>a document or a picture, not a file that Windows runs or mounts (.{ending})</translation>
    </message>
    <message>
        <location filename="../../app/services/attachment_checks.py"/>
        <source>un document ou une image, pas un programme</source>
        <translation>a document or a picture, not a program</translation>
    </message>
    <message>
        <location filename="../../app/services/attachment_checks.py"/>
        <source>un document ou une image, pas un programme (.{ending})</source>
        <translation>a document or a picture, not a program (.{ending})</translation>
    </message>
    <message>
        <location filename="../../app/cli.py"/>
        <source>un dossier</source>
        <translation>a folder</translation>
    </message>
    <message>
        <location filename="../../app/domain/offers.py"/>
        <source>un dossier d’offres lisible</source>
        <translation>a readable folder of offers</translation>
    </message>
    <message>
        <location filename="../../app/commands/parsing.py"/>
        <source>un dossier jetable, rempli d’une démonstration ; --data-dir n’est pas touché</source>
        <translation>a throw-away folder filled with a demo; --data-dir is left alone</translation>
    </message>
    <message>
        <location filename="../../app/services/backup_restores.py"/>
        <source>un dossier où écrire ({reason})</source>
        <translation>a folder that can be written ({reason})</translation>
    </message>
    <message>
        <location filename="../../app/services/backup_restores.py"/>
        <source>un dossier qui existe</source>
        <translation>a folder that exists</translation>
    </message>
    <message>
        <location filename="../../app/commands/backup.py"/>
        <source>un dossier à sauvegarder (répétable)</source>
        <translation>a folder to back up (repeatable)</translation>
    </message>
    <message>
        <location filename="../../app/server/database.py"/>
        <source>un dossier, ou l’adresse d’une base avec --database-url</source>
        <translation>a folder, or the address of a database with --database-url</translation>
    </message>
    <message>
        <location filename="../../app/domain/moments.py"/>
        <source>un décalage de -14:00 à +14:00</source>
        <translation>an offset from -14:00 to +14:00</translation>
    </message>
    <message>
        <location filename="../../app/domain/offer_checks.py"/>
        <source>un délai en minutes quand first_response_promised = true</source>
        <translation>a time in minutes when first_response_promised = true</translation>
    </message>
    <message>
        <location filename="../../app/services/tables_reading.py"/>
        <source>un fichier CSV (du texte) ou XLSX</source>
        <translation>a CSV (text) or XLSX file</translation>
    </message>
    <message>
        <location filename="../../app/services/tables_reading.py"/>
        <source>un fichier CSV bien formé : un guillemet n’est pas à sa place à partir de la ligne {line}</source>
        <translation>a well-formed CSV file: a quotation mark is out of place from line {line} on</translation>
    </message>
    <message>
        <location filename="../../app/services/tables_reading.py"/>
        <source>un fichier CSV ou XLSX</source>
        <translation>a CSV or XLSX file</translation>
    </message>
    <message>
        <location filename="../../app/services/tables_reading.py"/>
        <source>un fichier avec une ligne de titres</source>
        <translation>a file with a row of titles</translation>
    </message>
    <message>
        <location filename="../../app/services/outputs.py"/>
        <source>un fichier dans un dossier qui existe</source>
        <translation>a file in a folder that exists</translation>
    </message>
    <message>
        <location filename="../../app/domain/reasons.py"/>
        <source>un fichier de ce nom existe déjà</source>
        <translation>a file of that name already exists</translation>
    </message>
    <message>
        <location filename="../../app/domain/offer_reader.py"/>
        <source>un fichier d’au plus {most} Mio</source>
        <translation>a file of at most {most} MiB</translation>
    </message>
    <message>
        <location filename="../../app/services/attachment_checks.py"/>
        <source>un fichier d’au plus {n} Mio</source>
        <translation>a file of at most {n} MiB</translation>
    </message>
    <message>
        <location filename="../../app/commands/offers.py"/>
        <source>un fichier d’offre (TOML)</source>
        <translation>an offer file (TOML)</translation>
    </message>
    <message>
        <location filename="../../app/domain/offer_reader.py"/>
        <source>un fichier lisible ({reason})</source>
        <translation>a readable file ({reason})</translation>
    </message>
    <message>
        <location filename="../../app/server/mails/settings.py"/>
        <source>un fichier lisible, qui ne contient que le mot de passe</source>
        <translation>a readable file that holds nothing but the password</translation>
    </message>
    <message>
        <location filename="../../app/services/tables_reading.py"/>
        <source>un fichier lisible : s’il est ouvert dans un tableur, fermez-le ({reason})</source>
        <translation>a readable file: if it is open in a spreadsheet program, close it ({reason})</translation>
    </message>
    <message>
        <location filename="../../app/domain/offer_reader.py"/>
        <source>un fichier ordinaire, et non un tube ou un périphérique</source>
        <translation>an ordinary file, not a pipe or a device</translation>
    </message>
    <message>
        <location filename="../../app/services/attachment_checks.py"/>
        <source>un fichier ordinaire, pas un dossier, un lien, un tube ou un périphérique</source>
        <translation>an ordinary file, no folder, link, pipe or device</translation>
    </message>
    <message>
        <location filename="../../app/services/backup_restores.py"/>
        <source>un fichier ou dossier de cette sauvegarde</source>
        <translation>a file or folder of this backup</translation>
    </message>
    <message>
        <location filename="../../app/domain/offer_reader.py"/>
        <source>un fichier que ce compte a le droit de lire</source>
        <translation>a file that this account may read</translation>
    </message>
    <message>
        <location filename="../../app/services/attachment_checks.py"/>
        <source>un fichier que personne n’écrit en ce moment : il a changé pendant la lecture</source>
        <translation>a file that nobody is writing to: it changed while it was read</translation>
    </message>
    <message>
        <location filename="../../app/domain/offer_reader.py"/>
        <source>un fichier qui existe</source>
        <translation>a file that exists</translation>
    </message>
    <message>
        <location filename="../../app/services/attachment_checks.py"/>
        <source>un fichier qui n’est pas vide</source>
        <translation>a file that is not empty</translation>
    </message>
    <message>
        <location filename="../../app/domain/reasons.py"/>
        <source>un fichier se trouve là où il faut un dossier</source>
        <translation>there is a file where a folder is needed</translation>
    </message>
    <message>
        <location filename="../../app/commands/request.py"/>
        <source>un fichier à joindre ; répétable</source>
        <translation>a file to attach; may be repeated</translation>
    </message>
    <message>
        <location filename="../../app/domain/offer_reader.py"/>
        <source>un fichier, et non un dossier</source>
        <translation>a file, not a folder</translation>
    </message>
    <message>
        <location filename="../../app/services/support_files.py"/>
        <source>un fichier, ou son contenu</source>
        <translation>a file, or its content</translation>
    </message>
    <message>
        <location filename="../../app/services/tables_reading.py"/>
        <source>un fichier, pas un dossier</source>
        <translation>a file, not a folder</translation>
    </message>
    <message>
        <location filename="../../app/services/attachment_checks.py"/>
        <source>un fichier, pas un lien vers un autre</source>
        <translation>a file, not a link to another one</translation>
    </message>
    <message>
        <location filename="../../app/domain/offer_checks.py"/>
        <source>un fuseau horaire connu, par exemple Europe/Paris</source>
        <translation>a known time zone, for example Europe/Paris</translation>
    </message>
    <message>
        <location filename="../../app/services/support_requests.py"/>
        <source>un identifiant</source>
        <translation>an identifier</translation>
    </message>
    <message>
        <location filename="../../app/commands/sync.py"/>
        <source>un identifiant donné par conflicts list</source>
        <translation>an identifier given by conflicts list</translation>
    </message>
    <message>
        <location filename="../../app/domain/offers.py"/>
        <source>un identifiant qu’aucun autre fichier ne porte</source>
        <translation>an id that no other file carries</translation>
    </message>
    <message>
        <location filename="../../app/commands/office.py"/>
        <source>un identifiant, car plusieurs personnes portent ce nom</source>
        <translation>an id, as several people have this name</translation>
    </message>
    <message>
        <location filename="../../app/ui/widgets/fields.py"/>
        <source>un jour qui existe au calendrier, comme 22/11/2026</source>
        <translation>a day that exists in the calendar, such as 22 Nov 2026</translation>
    </message>
    <message>
        <location filename="../../app/domain/managed_services.py"/>
        <source>un jour à partir du {start}, début du contrat</source>
        <translation>a day from {start} on, when the contract starts</translation>
    </message>
    <message>
        <location filename="../../app/documents/wording.py"/>
        <source>un mois</source>
        <translation>one month</translation>
    </message>
    <message>
        <location filename="../../app/domain/support_work.py"/>
        <source>un moment après le début, le {at}</source>
        <translation>a time after the start, {at}</translation>
    </message>
    <message>
        <location filename="../../app/domain/appointments.py"/>
        <source>un moment après le {now}</source>
        <translation>a time after {now}</translation>
    </message>
    <message>
        <location filename="../../app/services/claims.py"/>
        <source>un moment du {first} au {last}</source>
        <translation>a moment from {first} to {last}</translation>
    </message>
    <message>
        <location filename="../../app/domain/support_work.py"/>
        <source>un moment jusqu’au {now}</source>
        <translation>a time up to {now}</translation>
    </message>
    <message>
        <location filename="../../app/domain/support_work.py"/>
        <source>un moment à partir du {opened}, où la demande a été faite</source>
        <translation>a moment from {opened} on, when the request was made</translation>
    </message>
    <message>
        <location filename="../../app/ui/widgets/fields.py"/>
        <source>un montant comme 1 234,56</source>
        <translation>an amount such as 1,234.56</translation>
    </message>
    <message>
        <location filename="../../app/domain/money.py"/>
        <source>un montant de {least} à {most}, avec au plus deux décimales</source>
        <translation>an amount from {least} to {most}, with at most two decimals</translation>
    </message>
    <message>
        <location filename="../../app/domain/end_of_rental.py"/>
        <source>un montant positif ou nul</source>
        <translation>an amount of zero or more</translation>
    </message>
    <message>
        <location filename="../../app/server/mails/settings.py"/>
        <source>un mot de passe en caractères ASCII, sans accent</source>
        <translation>a password in ASCII characters, without accents</translation>
    </message>
    <message>
        <location filename="../../app/services/backups.py"/>
        <source>un mot de passe non vide</source>
        <translation>a password that is not empty</translation>
    </message>
    <message>
        <location filename="../../app/commands/backup.py"/>
        <source>un mot de passe sur l’entrée standard</source>
        <translation>a password on standard input</translation>
    </message>
    <message>
        <location filename="../../app/services/sync.py"/>
        <source>un nom de 1 à 120 caractères</source>
        <translation>a name of 1 to 120 characters</translation>
    </message>
    <message>
        <location filename="../../app/server/organisations.py"/>
        <source>un nom de 1 à 200 caractères</source>
        <translation>a name of 1 to 200 characters</translation>
    </message>
    <message>
        <location filename="../../app/services/attachment_checks.py"/>
        <source>un nom de fichier sans caractère de contrôle</source>
        <translation>a file name without control characters</translation>
    </message>
    <message>
        <location filename="../../app/services/outputs.py"/>
        <source>un nom de fichier, pas un dossier</source>
        <translation>a file name, not a folder</translation>
    </message>
    <message>
        <location filename="../../app/server/mails/settings.py"/>
        <source>un nom en caractères ASCII, sans accent</source>
        <translation>a name in ASCII characters, without accents</translation>
    </message>
    <message>
        <location filename="../../app/server/cli.py"/>
        <source>un nombre de 0 à 65535</source>
        <translation>a number from 0 to 65535</translation>
    </message>
    <message>
        <location filename="../../app/services/backup_plans.py"/>
        <source>un nombre de 0 à {most}</source>
        <translation>a number from 0 to {most}</translation>
    </message>
    <message>
        <location filename="../../app/server/mails/settings.py"/>
        <source>un nombre de 1 à 65535</source>
        <translation>a number from 1 to 65535</translation>
    </message>
    <message>
        <location filename="../../app/services/backup_plans.py"/>
        <source>un nombre de Kio par seconde, 0 pour aucune limite</source>
        <translation>a number of KiB per second, 0 for no limit</translation>
    </message>
    <message>
        <location filename="../../app/domain/delivery.py"/>
        <source>un nombre de jours ouvrés de 1 à {most}</source>
        <translation>a number of working days from 1 to {most}</translation>
    </message>
    <message>
        <location filename="../../app/domain/term_dates.py"/>
        <source>un nombre de mois à partir de 1</source>
        <translation>a number of months from 1</translation>
    </message>
    <message>
        <location filename="../../app/domain/offer_types.py"/>
        <source>un nombre décimal, par exemple 27.50</source>
        <translation>a decimal number, for example 27.50</translation>
    </message>
    <message>
        <location filename="../../app/domain/offer_types.py"/>
        <source>un nombre entier</source>
        <translation>a whole number</translation>
    </message>
    <message>
        <location filename="../../app/services/fields.py"/>
        <source>un nombre entier de 0 à 999 999</source>
        <translation>a whole number from 0 to 999,999</translation>
    </message>
    <message>
        <location filename="../../app/services/demo.py"/>
        <source>un nombre entier de 0 à {most}</source>
        <translation>a whole number from 0 to {most}</translation>
    </message>
    <message>
        <location filename="../../app/domain/pricing.py"/>
        <source>un nombre entier de minutes, de 0 à 100 000</source>
        <translation>a whole number of minutes, from 0 to 100,000</translation>
    </message>
    <message>
        <location filename="../../app/commands/base.py"/>
        <source>un nombre entier de {least} à {most}</source>
        <translation>a whole number from {least} to {most}</translation>
    </message>
    <message>
        <location filename="../../app/services/contracts.py"/>
        <source>un nombre entier à partir de 1</source>
        <translation>a whole number from 1</translation>
    </message>
    <message>
        <location filename="../../app/server/copies.py"/>
        <source>un nouveau fichier dans un dossier qui existe</source>
        <translation>a new file in a folder that exists</translation>
    </message>
    <message>
        <location filename="../../app/domain/article_services.py"/>
        <source>un nouvel appareil est fourni sous {hours} heures</source>
        <translation>a new device is provided within {hours} hours</translation>
    </message>
    <message>
        <location filename="../../app/domain/identifiers.py"/>
        <source>un numéro de TVA dont la clé correspond au SIREN (ici, elle n’y correspond pas)</source>
        <translation>a VAT number whose key matches the SIREN (this one does not)</translation>
    </message>
    <message>
        <location filename="../../app/domain/identifiers.py"/>
        <source>un numéro de TVA qui finit par le SIREN de l’entreprise, {siren}</source>
        <translation>a VAT number that ends with the company’s SIREN, {siren}</translation>
    </message>
    <message>
        <location filename="../../app/services/claim_devices.py"/>
        <source>un numéro de série qui n’est pas déjà au parc ({name})</source>
        <translation>a serial number that is not in the fleet already ({name})</translation>
    </message>
    <message>
        <location filename="../../app/domain/offer_types.py"/>
        <source>un numéro de téléphone</source>
        <translation>a phone number</translation>
    </message>
    <message>
        <location filename="../../app/domain/identifiers.py"/>
        <source>un numéro français de 10 chiffres (04 50 37 15 29) ou international (+41 22 345 67 89)</source>
        <translation>a French number of 10 digits (04 50 37 15 29) or an international one (+41 22 345 67 89)</translation>
    </message>
    <message>
        <location filename="../../app/services/contracts.py"/>
        <source>un numéro qui n’est pas encore pris</source>
        <translation>a number that is not taken yet</translation>
    </message>
    <message>
        <location filename="../../app/services/contracts.py"/>
        <source>un numéro sans caractère invisible</source>
        <translation>a number without invisible characters</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/price_table.py"/>
        <source>un prix HT à chaque ligne</source>
        <translation>a price excl. VAT on each line</translation>
    </message>
    <message>
        <location filename="../../app/commands/contract_papers.py"/>
        <source>un seul contrat (tous par défaut)</source>
        <translation>one contract only (all by default)</translation>
    </message>
    <message>
        <location filename="../../app/domain/offer_types.py"/>
        <source>un texte d’une seule ligne</source>
        <translation>text on a single line</translation>
    </message>
    <message>
        <location filename="../../app/domain/offer_reader.py"/>
        <source>un texte en UTF-8</source>
        <translation>text in UTF-8</translation>
    </message>
    <message>
        <location filename="../../app/domain/offer_types.py"/>
        <source>un texte entre guillemets</source>
        <translation>a text in quotes</translation>
    </message>
    <message>
        <location filename="../../app/services/fields.py"/>
        <source>un texte non vide</source>
        <translation>a text that is not empty</translation>
    </message>
    <message>
        <location filename="../../app/domain/offer_types.py"/>
        <source>un texte qui n’est pas vide</source>
        <translation>text that is not empty</translation>
    </message>
    <message>
        <location filename="../../app/services/fields.py"/>
        <source>un texte sans caractère de contrôle</source>
        <translation>a text without control characters</translation>
    </message>
    <message>
        <location filename="../../app/services/fields.py"/>
        <source>un texte sans caractère invisible</source>
        <translation>a text without invisible characters</translation>
    </message>
    <message>
        <location filename="../../app/services/sync.py"/>
        <source>un échange est en cours</source>
        <translation>an exchange is under way</translation>
    </message>
    <message>
        <location filename="../../app/services/backup_plans.py"/>
        <source>une adresse comme https://serveur/compartiment</source>
        <translation>an address such as https://server/bucket</translation>
    </message>
    <message>
        <location filename="../../app/services/backup_plans.py"/>
        <source>une adresse comme https://serveur:8000/commerce/</source>
        <translation>an address such as https://server:8000/shop/</translation>
    </message>
    <message>
        <location filename="../../app/domain/identifiers.py"/>
        <source>une adresse comme nom@exemple.fr</source>
        <translation>an address such as name@example.com</translation>
    </message>
    <message>
        <location filename="../../app/services/backup_plans.py"/>
        <source>une adresse comme serveur/chemin ou serveur:22/chemin</source>
        <translation>an address such as server/path or server:22/path</translation>
    </message>
    <message>
        <location filename="../../app/domain/offer_types.py"/>
        <source>une adresse e-mail</source>
        <translation>an e-mail address</translation>
    </message>
    <message>
        <location filename="../../app/server/mails/settings.py"/>
        <source>une adresse https, telle que https://parclair.exemple.fr</source>
        <translation>an https address, such as https://parclair.example.com</translation>
    </message>
    <message>
        <location filename="../../app/sync/http.py"/>
        <source>une adresse https://… (http:// seulement sur ce poste)</source>
        <translation>an https://… address (http:// only on this computer)</translation>
    </message>
    <message>
        <location filename="../../app/services/backup_plans.py"/>
        <source>une adresse ou un dossier</source>
        <translation>an address or a folder</translation>
    </message>
    <message>
        <location filename="../../app/services/attachment_checks.py"/>
        <source>une archive 7z</source>
        <translation>a 7z archive</translation>
    </message>
    <message>
        <location filename="../../app/services/attachment_checks.py"/>
        <source>une archive RAR</source>
        <translation>a RAR archive</translation>
    </message>
    <message>
        <location filename="../../app/services/attachment_checks.py"/>
        <source>une archive ZIP</source>
        <translation>a ZIP archive</translation>
    </message>
    <message>
        <location filename="../../app/services/attachment_checks.py"/>
        <source>une archive gzip</source>
        <translation>a gzip archive</translation>
    </message>
    <message>
        <location filename="../../app/domain/offer_checks.py"/>
        <source>une autre option de l’offre : {others}</source>
        <translation>another option of the offer: {others}</translation>
    </message>
    <message>
        <location filename="../../app/ui/tour_walker.py"/>
        <source>une bulle ouverte</source>
        <translation>an open bubble</translation>
    </message>
    <message>
        <location filename="../../app/domain/article_services.py"/>
        <source>une copie du dépôt de plainte</source>
        <translation>a copy of the police complaint</translation>
    </message>
    <message>
        <location filename="../../app/server/copies.py"/>
        <source>une copie entière faite par « backup »</source>
        <translation>a whole copy made by “backup”</translation>
    </message>
    <message>
        <location filename="../../app/ui/widgets/fields.py"/>
        <source>une date comme 22/11/2026</source>
        <translation>a date such as 22 Nov 2026</translation>
    </message>
    <message>
        <location filename="../../app/domain/validation.py"/>
        <source>une date comme 22/11/2026 ou 2026-11-22</source>
        <translation>a date such as 22/11/2026 or 2026-11-22</translation>
    </message>
    <message>
        <location filename="../../app/domain/validation.py"/>
        <source>une date du {first} au {last}</source>
        <translation>a date from {first} to {last}</translation>
    </message>
    <message>
        <location filename="../../app/domain/moments.py"/>
        <source>une date et une heure, comme 2026-11-10T17:30 ou 10/11/2026 17:30, avec ou sans décalage (+01:00)</source>
        <translation>a date and a time, like 2026-11-10T17:30 or 10/11/2026 17:30, with or without an offset (+01:00)</translation>
    </message>
    <message>
        <location filename="../../app/domain/validation.py"/>
        <source>une date jusqu’au {day}</source>
        <translation>a date up to {day}</translation>
    </message>
    <message>
        <location filename="../../app/domain/calendars.py"/>
        <source>une date plus proche : le résultat sort du calendrier</source>
        <translation>a nearer date: the result falls outside the calendar</translation>
    </message>
    <message>
        <location filename="../../app/domain/validation.py"/>
        <source>une date qui existe (le mois va de 1 à 12)</source>
        <translation>a date that exists (the month goes from 1 to 12)</translation>
    </message>
    <message>
        <location filename="../../app/domain/validation.py"/>
        <source>une date qui existe (le mois {month} va du 1 au {days})</source>
        <translation>a date that exists (month {month} goes from 1 to {days})</translation>
    </message>
    <message>
        <location filename="../../app/services/handing_over.py"/>
        <source>une date à partir de la dernière affectation, le {day}</source>
        <translation>a date from the last hand-over on, {day}</translation>
    </message>
    <message>
        <location filename="../../app/services/equipment.py"/>
        <source>une date à partir de l’achat, le {day}</source>
        <translation>a date from the purchase on, {day}</translation>
    </message>
    <message>
        <location filename="../../app/domain/validation.py"/>
        <source>une date à partir du {day}</source>
        <translation>a date from {day} on</translation>
    </message>
    <message>
        <location filename="../../app/domain/offer_types.py"/>
        <source>une date, par exemple 2026-11-22</source>
        <translation>a date, for example 2026-11-22</translation>
    </message>
    <message>
        <location filename="../../app/services/request_rows.py"/>
        <source>une demande qui n’est pas clôturée n’a pas encore d’avis</source>
        <translation>a request that is not closed has no rating yet</translation>
    </message>
    <message>
        <location filename="../../app/domain/pricing.py"/>
        <source>une des options : {known}</source>
        <translation>one of the options: {known}</translation>
    </message>
    <message>
        <location filename="../../app/domain/offer_checks.py"/>
        <source>une des prestations {known}</source>
        <translation>one of the services {known}</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/new_request.py"/>
        <source>une des trois urgences (touches 1, 2, 3)</source>
        <translation>one of the three urgencies (keys 1, 2, 3)</translation>
    </message>
    <message>
        <location filename="../../app/domain/offer_types.py"/>
        <source>une des valeurs : {values}</source>
        <translation>one of the values: {values}</translation>
    </message>
    <message>
        <location filename="../../app/domain/article_services.py"/>
        <source>une déclaration du sinistre</source>
        <translation>a declaration of the claim</translation>
    </message>
    <message>
        <location filename="../../app/domain/article_services.py"/>
        <source>une fois par année de contrat, à partir de {least}, dans les villes suivantes seulement : {cities}</source>
        <translation>once per contract year, from {least}, in the following cities only: {cities}</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/intervention_dialogs.py"/>
        <source>une heure après le début</source>
        <translation>a time after the start</translation>
    </message>
    <message>
        <location filename="../../app/domain/offer_checks.py"/>
        <source>une heure après l’ouverture, à {opens}</source>
        <translation>a time after the opening, at {opens}</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/time_field.py"/>
        <source>une heure comme 14:30</source>
        <translation>a time such as 14:30</translation>
    </message>
    <message>
        <location filename="../../app/domain/moments.py"/>
        <source>une heure de 00:00 à 23:59</source>
        <translation>a time from 00:00 to 23:59</translation>
    </message>
    <message>
        <location filename="../../app/commands/backup.py"/>
        <source>une heure de sauvegarde (répétable)</source>
        <translation>a time of backup (repeatable)</translation>
    </message>
    <message>
        <location filename="../../app/domain/moments.py"/>
        <source>une heure qui existe : ce jour-là, l’heure d’été saute cette heure</source>
        <translation>a time that exists: summer time skips this hour on that day</translation>
    </message>
    <message>
        <location filename="../../app/domain/offer_checks.py"/>
        <source>une heure sans décalage, dans le fuseau time_zone</source>
        <translation>a time without offset, in the zone time_zone</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/request_dialogs.py"/>
        <source>une heure à venir</source>
        <translation>a time to come</translation>
    </message>
    <message>
        <location filename="../../app/domain/offer_types.py"/>
        <source>une heure, par exemple 09:00:00</source>
        <translation>a time, for example 09:00:00</translation>
    </message>
    <message>
        <location filename="../../app/services/attachment_checks.py"/>
        <source>une image BMP</source>
        <translation>a BMP image</translation>
    </message>
    <message>
        <location filename="../../app/services/attachment_checks.py"/>
        <source>une image GIF</source>
        <translation>a GIF image</translation>
    </message>
    <message>
        <location filename="../../app/services/attachment_checks.py"/>
        <source>une image JPEG</source>
        <translation>a JPEG image</translation>
    </message>
    <message>
        <location filename="../../app/services/attachment_checks.py"/>
        <source>une image PNG</source>
        <translation>a PNG image</translation>
    </message>
    <message>
        <location filename="../../app/services/attachment_checks.py"/>
        <source>une image TIFF</source>
        <translation>a TIFF image</translation>
    </message>
    <message>
        <location filename="../../app/services/attachment_checks.py"/>
        <source>une image WebP</source>
        <translation>a WebP image</translation>
    </message>
    <message>
        <location filename="../../app/services/request_imports.py"/>
        <source>une intervention clôturée ne change plus ; ici : {old}</source>
        <translation>a closed intervention does not change any more; here: {old}</translation>
    </message>
    <message>
        <location filename="../../app/commands/contract_papers.py"/>
        <source>une lettre aussi pour ce contrat lié ; peut être répété</source>
        <translation>a letter for this tied contract too; can be repeated</translation>
    </message>
    <message>
        <location filename="../../app/domain/offer_types.py"/>
        <source>une liste</source>
        <translation>a list</translation>
    </message>
    <message>
        <location filename="../../app/ui/tour.py"/>
        <source>une liste plus courte</source>
        <translation>a shorter list</translation>
    </message>
    <message>
        <location filename="../../app/commands/contract.py"/>
        <source>une note</source>
        <translation>a note</translation>
    </message>
    <message>
        <location filename="../../app/commands/claim_steps.py"/>
        <source>une note sur l’issue</source>
        <translation>a note on the outcome</translation>
    </message>
    <message>
        <location filename="../../app/commands/request_steps.py"/>
        <source>une note, gardée dans le fil</source>
        <translation>a note, kept in the thread</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/new_contract.py"/>
        <source>une offre</source>
        <translation>an offer</translation>
    </message>
    <message>
        <location filename="../../app/commands/quote.py"/>
        <source>une option de l’offre ; peut être répété</source>
        <translation>an option of the offer; can be repeated</translation>
    </message>
    <message>
        <location filename="../../app/commands/request.py"/>
        <source>une prestation d’infogérance (voir request services)</source>
        <translation>a managed service (see request services)</translation>
    </message>
    <message>
        <location filename="../../app/commands/contract_services.py"/>
        <source>une prestation que nomme le devis ; peut être répété</source>
        <translation>a service that the quote names; may be repeated</translation>
    </message>
    <message>
        <location filename="../../app/commands/quote.py"/>
        <source>une quantité, = et un prix, comme 10=12.00</source>
        <translation>a quantity, = and a price, like 10=12.00</translation>
    </message>
    <message>
        <location filename="../../app/domain/offer_checks.py"/>
        <source>une remise pour le choix keep seulement</source>
        <translation>a discount for the choice keep only</translation>
    </message>
    <message>
        <location filename="../../app/commands/backup.py"/>
        <source>une sauvegarde : le dépôt n’en a aucune</source>
        <translation>a backup: the repository has none</translation>
    </message>
    <message>
        <location filename="../../app/services/request_rows.py"/>
        <source>une seule colonne « {column} »</source>
        <translation>a single “{column}” column</translation>
    </message>
    <message>
        <location filename="../../app/domain/offer_checks.py"/>
        <source>une seule fois chaque valeur</source>
        <translation>each value only once</translation>
    </message>
    <message>
        <location filename="../../app/domain/offer_reader.py"/>
        <source>une syntaxe TOML correcte</source>
        <translation>correct TOML syntax</translation>
    </message>
    <message>
        <location filename="../../app/domain/offer_types.py"/>
        <source>une table</source>
        <translation>a table</translation>
    </message>
    <message>
        <location filename="../../app/domain/offer_types.py"/>
        <source>une table dont les clés sont : {keys}</source>
        <translation>a table with the keys: {keys}</translation>
    </message>
    <message>
        <location filename="../../app/ui/widgets/forms.py"/>
        <source>une valeur ; ce champ est obligatoire</source>
        <translation>a value; this field is required</translation>
    </message>
    <message>
        <location filename="../../app/server/cli.py"/>
        <source>utilisateur du serveur de mails</source>
        <translation>user of the mail server</translation>
    </message>
    <message>
        <location filename="../../app/commands/parsing.py"/>
        <source>utilisation : </source>
        <translation>usage: </translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/conditions.py"/>
        <source>valeur inconnue</source>
        <translation>value unknown</translation>
    </message>
    <message>
        <location filename="../../app/domain/article_services.py"/>
        <source>vendredi</source>
        <translation>Friday</translation>
    </message>
    <message>
        <location filename="../../app/documents/contract.py"/>
        <source>version de l’offre : {version}</source>
        <translation>offer version: {version}</translation>
    </message>
    <message>
        <location filename="../../app/domain/cover.py"/>
        <source>vol autrement, ou on ne sait pas comment</source>
        <translation>theft in another way, or nobody knows how</translation>
    </message>
    <message>
        <location filename="../../app/domain/article_services.py"/>
        <source>vol avec agression</source>
        <translation>theft with assault</translation>
    </message>
    <message>
        <location filename="../../app/domain/article_services.py"/>
        <source>vol dans d’autres circonstances</source>
        <translation>theft in other circumstances</translation>
    </message>
    <message>
        <location filename="../../app/domain/cover.py"/>
        <source>vol dans un local ou un véhicule qui n’était pas fermé</source>
        <translation>theft from premises or a vehicle that were not locked</translation>
    </message>
    <message>
        <location filename="../../app/domain/cover.py"/>
        <source>vol d’un appareil laissé sans surveillance</source>
        <translation>theft of a device left unattended</translation>
    </message>
    <message>
        <location filename="../../app/domain/article_services.py"/>
        <source>vol par effraction</source>
        <translation>theft by burglary</translation>
    </message>
    <message>
        <location filename="../../app/domain/article_services.py"/>
        <source>vol à la tire</source>
        <translation>pickpocketing</translation>
    </message>
    <message>
        <location filename="../../app/commands/contract_show.py"/>
        <source>vu ce jour-là (aujourd’hui par défaut)</source>
        <translation>seen on that day (today by default)</translation>
    </message>
    <message>
        <location filename="../../app/cli.py"/>
        <source>vérifier l’installation et les données</source>
        <translation>check the installation and the data</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/history_series.py"/>
        <source>{added} ajoutés, {size} en tout, {time}</source>
        <translation>{added} added, {size} in all, {time}</translation>
    </message>
    <message>
        <location filename="../../app/domain/pricing.py"/>
        <source>{amount}</source>
        <translation>{amount}</translation>
    </message>
    <message>
        <location filename="../../app/ui/home/cards.py"/>
        <source>{amount} HT</source>
        <translation>{amount} excl. VAT</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/cover_panel.py"/>
        <source>{amount} HT la demi-heure entamée</source>
        <translation>{amount} excl. VAT per half-hour begun</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/cover_panel.py"/>
        <source>{amount} HT la mise à jour de version</source>
        <translation>{amount} excl. VAT for a version update</translation>
    </message>
    <message>
        <location filename="../../app/ui/home/cards.py"/>
        <source>{amount} TTC</source>
        <translation>{amount} incl. VAT</translation>
    </message>
    <message>
        <location filename="../../app/commands/hours.py"/>
        <source>{at} : fermé, ouvre le {start}, ferme le {end}</source>
        <translation>{at}: closed, opens on {start}, closes on {end}</translation>
    </message>
    <message>
        <location filename="../../app/commands/hours.py"/>
        <source>{at} : ouvert, ferme le {end}, rouvre le {start}</source>
        <translation>{at}: open, closes on {end}, opens again on {start}</translation>
    </message>
    <message>
        <location filename="../../app/ui/sync/inbox_words.py"/>
        <source>{by} l’a supprimé pendant que vous le modifiiez ici. Vos changements sont gardés jusqu’à votre choix.</source>
        <translation>{by} deleted it while you were changing it here. Your changes are kept until you choose.</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/claim_detail.py"/>
        <source>{call} Parclair ne le fait pas à votre place. Notez ensuite la prise en charge.</source>
        <translation>{call} Parclair does not do it for you. Then note that it is in hand.</translation>
    </message>
    <message>
        <location filename="../../app/domain/article_services.py"/>
        <source>{choice} ({details})</source>
        <translation>{choice} ({details})</translation>
    </message>
    <message>
        <location filename="../../app/domain/managed_services.py"/>
        <source>{city} est desservie.</source>
        <translation>{city} is served.</translation>
    </message>
    <message>
        <location filename="../../app/domain/managed_services.py"/>
        <source>{city} n’est pas desservie : {cities} seulement.</source>
        <translation>{city} is not served: {cities} only.</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/services.py"/>
        <source>{condition} : {word}</source>
        <translation>{condition}: {word}</translation>
    </message>
    <message>
        <location filename="../../app/commands/request.py"/>
        <source>{contract}  {label} ({id}) : {due}</source>
        <translation>{contract}  {label} ({id}): {due}</translation>
    </message>
    <message>
        <location filename="../../app/services/backup_states.py"/>
        <source>{contract}, licence {n}</source>
        <translation>{contract}, licence {n}</translation>
    </message>
    <message>
        <location filename="../../app/domain/delivery.py"/>
        <source>{count} jours ouvrés après le {signed} : {day}.</source>
        <translation>{count} working days after {signed}: {day}.</translation>
    </message>
    <message>
        <location filename="../../app/domain/pricing.py"/>
        <source>{count} × {each} = {price} HT</source>
        <translation>{count} × {each} = {price} excl. VAT</translation>
    </message>
    <message>
        <location filename="../../app/domain/term_reasons.py"/>
        <source>{count} × {monthly} = {total} HT</source>
        <translation>{count} × {monthly} = {total} excl. VAT</translation>
    </message>
    <message>
        <location filename="../../app/domain/article_services.py"/>
        <source>{days}, {hours}</source>
        <translation>{days}, {hours}</translation>
    </message>
    <message>
        <location filename="../../app/domain/managed_services.py"/>
        <source>{day}</source>
        <translation>{day}</translation>
    </message>
    <message>
        <location filename="../../app/domain/term_reasons.py"/>
        <source>{day} + {notice} = {reached}</source>
        <translation>{day} + {notice} = {reached}</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/follow_up.py"/>
        <source>{day} · n° {tracking}</source>
        <translation>{day} · no. {tracking}</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/contract_list.py"/>
        <source>{day}, dans {n} jours</source>
        <translation>{day}, in {n} days</translation>
    </message>
    <message>
        <location filename="../../app/domain/values/pc.py"/>
        <source>{detail} est installé mais n’a pas encore reçu d’identifiant</source>
        <translation>{detail} is installed but has not been given an ID yet</translation>
    </message>
    <message>
        <location filename="../../app/domain/values/pc.py"/>
        <source>{detail} n’est pas installé sur ce poste</source>
        <translation>{detail} is not installed on this PC</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/run_bar.py"/>
        <source>{done} fichiers sur {total}</source>
        <translation>{done} of {total} files</translation>
    </message>
    <message>
        <location filename="../../app/ui/equipment/bulk_dialog.py"/>
        <source>{done} machines sur {total}…</source>
        <translation>{done} of {total} machines…</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/run_bar.py"/>
        <source>{done} sur {total}</source>
        <translation>{done} of {total}</translation>
    </message>
    <message>
        <location filename="../../app/server/commands.py"/>
        <source>{email} n’a plus d’accès.</source>
        <translation>{email} no longer has access.</translation>
    </message>
    <message>
        <location filename="../../app/domain/term_reasons.py"/>
        <source>{end} − {notice} = {deadline}</source>
        <translation>{end} − {notice} = {deadline}</translation>
    </message>
    <message>
        <location filename="../../app/domain/article_services.py"/>
        <source>{events} : aucune prise en charge.</source>
        <translation>{events}: not covered.</translation>
    </message>
    <message>
        <location filename="../../app/domain/article_services.py"/>
        <source>{events} : {promises}.</source>
        <translation>{events}: {promises}.</translation>
    </message>
    <message>
        <location filename="../../app/domain/identifiers.py"/>
        <source>{expected} caractères pour un IBAN français (ici {given})</source>
        <translation>{expected} characters for a French IBAN ({given} here)</translation>
    </message>
    <message>
        <location filename="../../app/server/sync/writing.py"/>
        <source>{field} désigne un enregistrement qui n’existe pas.</source>
        <translation>{field} points to a record that does not exist.</translation>
    </message>
    <message>
        <location filename="../../app/ui/equipment/record_tabs.py"/>
        <source>{field} : {old} → {new}</source>
        <translation>{field}: {old} → {new}</translation>
    </message>
    <message>
        <location filename="../../app/ui/equipment/bulk_dialog.py"/>
        <source>{field} : {problem}</source>
        <translation>{field}: {problem}</translation>
    </message>
    <message>
        <location filename="../../app/domain/errors.py"/>
        <source>{field} : « {value} » refusé. Attendu : {allowed}</source>
        <translation>{field}: “{value}” refused. Expected: {allowed}</translation>
    </message>
    <message>
        <location filename="../../app/domain/offer_errors.py"/>
        <source>{file}, ligne {line}</source>
        <translation>{file}, line {line}</translation>
    </message>
    <message>
        <location filename="../../app/commands/offers.py"/>
        <source>{file}:{line}: {key}: {value} – attendu : {allowed}</source>
        <translation>{file}:{line}: {key}: {value} – expected: {allowed}</translation>
    </message>
    <message>
        <location filename="../../app/commands/offers.py"/>
        <source>{file} : cette offre est correcte.</source>
        <translation>{file}: this offer is right.</translation>
    </message>
    <message>
        <location filename="../../app/commands/support.py"/>
        <source>{file} : {pages} page</source>
        <translation>{file}: {pages} page</translation>
    </message>
    <message>
        <location filename="../../app/commands/contract_papers.py"/>
        <source>{file} : {pages} pages</source>
        <translation>{file}: {pages} pages</translation>
    </message>
    <message>
        <location filename="../../app/commands/contract_papers.py"/>
        <source>{file} : échéances écrites</source>
        <translation>{file}: deadlines written</translation>
    </message>
    <message>
        <location filename="../../app/domain/offer_errors.py"/>
        <source>{first} (et un autre problème)</source>
        <translation>{first} (and one more problem)</translation>
    </message>
    <message>
        <location filename="../../app/domain/offer_errors.py"/>
        <source>{first} (et {more} autres problèmes)</source>
        <translation>{first} (and {more} more problems)</translation>
    </message>
    <message>
        <location filename="../../app/domain/pricing.py"/>
        <source>{first} et plus</source>
        <translation>{first} or more</translation>
    </message>
    <message>
        <location filename="../../app/domain/term_rules.py"/>
        <source>{first} ou {last} mois</source>
        <translation>{first} or {last} months</translation>
    </message>
    <message>
        <location filename="../../app/domain/support_cover.py"/>
        <source>{first} {then}</source>
        <translation>{first} {then}</translation>
    </message>
    <message>
        <location filename="../../app/domain/pricing.py"/>
        <source>{first} à {last}</source>
        <translation>{first} to {last}</translation>
    </message>
    <message>
        <location filename="../../app/services/sync_checks.py"/>
        <source>{first} ; {second}</source>
        <translation>{first}; {second}</translation>
    </message>
    <message>
        <location filename="../../app/ui/widgets/chips.py"/>
        <source>{group} : {choice}</source>
        <translation>{group}: {choice}</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/urgency_tiles.py"/>
        <source>{hint} Touche {key}</source>
        <translation>{hint} Key {key}</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/words.py"/>
        <source>{hours} h {minutes}</source>
        <translation>{hours} h {minutes}</translation>
    </message>
    <message>
        <location filename="../../app/services/support_reading.py"/>
        <source>{kind} {number} : {subject}</source>
        <translation>{kind} {number}: {subject}</translation>
    </message>
    <message>
        <location filename="../../app/services/support_reading.py"/>
        <source>{kind}, en cours</source>
        <translation>{kind}, in progress</translation>
    </message>
    <message>
        <location filename="../../app/domain/offer_types.py"/>
        <source>{kind}, sans guillemets</source>
        <translation>{kind}, without quotes</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/timeline.py"/>
        <source>{kind}, {name}, de {start} à {end} ({minutes})</source>
        <translation>{kind}, {name}, {start} to {end} ({minutes})</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/timeline.py"/>
        <source>{kind}, {name}, depuis {start} ({minutes})</source>
        <translation>{kind}, {name}, since {start} ({minutes})</translation>
    </message>
    <message>
        <location filename="../../app/services/support_reading.py"/>
        <source>{kind}, {n} min</source>
        <translation>{kind}, {n} min</translation>
    </message>
    <message>
        <location filename="../../app/domain/pricing.py"/>
        <source>{label} (tranche {range})</source>
        <translation>{label} (tier {range})</translation>
    </message>
    <message>
        <location filename="../../app/commands/contract_services.py"/>
        <source>{label} ({id})</source>
        <translation>{label} ({id})</translation>
    </message>
    <message>
        <location filename="../../app/documents/wording.py"/>
        <source>{label} :</source>
        <translation>{label}:</translation>
    </message>
    <message>
        <location filename="../../app/domain/pricing.py"/>
        <source>{label} : {count} × {price} = {amount} HT</source>
        <translation>{label}: {count} × {price} = {amount} excl. VAT</translation>
    </message>
    <message>
        <location filename="../../app/commands/output.py"/>
        <source>{label} : {value}</source>
        <translation>{label}: {value}</translation>
    </message>
    <message>
        <location filename="../../app/domain/article_services.py"/>
        <source>{least} à {most}</source>
        <translation>{least} to {most}</translation>
    </message>
    <message>
        <location filename="../../app/domain/backup_eligibility.py"/>
        <source>{least} : ce Windows est trop ancien. Passez ce poste à Windows 10 ou 11, ou prenez l’option sur un autre poste.</source>
        <translation>{least}: this Windows is too old. Upgrade this PC to Windows 10 or 11, or take the option on another PC.</translation>
    </message>
    <message>
        <location filename="../../app/domain/backup_eligibility.py"/>
        <source>{least} : le poste convient.</source>
        <translation>{least}: this PC qualifies.</translation>
    </message>
    <message>
        <location filename="../../app/domain/identifiers.py"/>
        <source>{length} chiffres (ici {given})</source>
        <translation>{length} digits ({given} here)</translation>
    </message>
    <message>
        <location filename="../../app/domain/identifiers.py"/>
        <source>{length} chiffres, sans autre caractère</source>
        <translation>{length} digits and nothing else</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/words.py"/>
        <source>{machine} marche mal</source>
        <translation>{machine} works badly</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/words.py"/>
        <source>{machine} ne marche plus</source>
        <translation>{machine} no longer works</translation>
    </message>
    <message>
        <location filename="../../app/services/home_support.py"/>
        <source>{machine} · {promise}</source>
        <translation>{machine} · {promise}</translation>
    </message>
    <message>
        <location filename="../../app/services/home_support.py"/>
        <source>{machine} · {status}</source>
        <translation>{machine} · {status}</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/history_series.py"/>
        <source>{measure} par jour, du {first} au {last}</source>
        <translation>{measure} per day, from {first} to {last}</translation>
    </message>
    <message>
        <location filename="../../app/commands/parsing.py"/>
        <source>{message}</source>
        <translation>{message}</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/timeline.py"/>
        <source>{minutes} couverte</source>
        <translation>{minutes} covered</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/timeline.py"/>
        <source>{minutes} couvertes</source>
        <translation>{minutes} covered</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/timeline.py"/>
        <source>{minutes} à facturer</source>
        <translation>{minutes} billable</translation>
    </message>
    <message>
        <location filename="../../app/domain/pricing.py"/>
        <source>{minutes} min ÷ {size} min, arrondi au-dessus : {count}</source>
        <translation>{minutes} min ÷ {size} min, rounded up: {count}</translation>
    </message>
    <message>
        <location filename="../../app/domain/support_work.py"/>
        <source>{moment}</source>
        <translation>{moment}</translation>
    </message>
    <message>
        <location filename="../../app/domain/end_of_rental.py"/>
        <source>{monthly} − {off} = {rent} HT par mois</source>
        <translation>{monthly} − {off} = {rent} excl. VAT per month</translation>
    </message>
    <message>
        <location filename="../../app/domain/term_rules.py"/>
        <source>{months} mois (seule durée de cette offre)</source>
        <translation>{months} months (the only length of this offer)</translation>
    </message>
    <message>
        <location filename="../../app/documents/contract_sections.py"/>
        <source>{months}, jusqu’au {end} inclus</source>
        <translation>{months}, until {end} inclusive</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/wording.py"/>
        <source>{months}, puis durée indéterminée</source>
        <translation>{months}, then open-ended</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/wording.py"/>
        <source>{months}, puis tacite reconduction par {again}</source>
        <translation>{months}, then renewed tacitly by {again}</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/wording.py"/>
        <source>{months}, puis un choix à faire</source>
        <translation>{months}, then a choice to make</translation>
    </message>
    <message>
        <location filename="../../app/commands/doctor.py"/>
        <source>{names}</source>
        <translation>{names}</translation>
    </message>
    <message>
        <location filename="../../app/domain/record_words.py"/>
        <source>{name}</source>
        <translation>{name}</translation>
    </message>
    <message>
        <location filename="../../app/domain/backup_eligibility.py"/>
        <source>{name} (build {build})</source>
        <translation>{name} (build {build})</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/licences.py"/>
        <source>{name} (ce PC)</source>
        <translation>{name} (this PC)</translation>
    </message>
    <message>
        <location filename="../../app/services/technicians.py"/>
        <source>{name} a déjà une session ouverte depuis {hour}. Terminez-la d’abord.</source>
        <translation>{name} already has a session open since {hour}. End it first.</translation>
    </message>
    <message>
        <location filename="../../app/commands/parsing.py"/>
        <source>{name} attend des valeurs</source>
        <translation>{name} expects values</translation>
    </message>
    <message>
        <location filename="../../app/commands/parsing.py"/>
        <source>{name} attend une valeur</source>
        <translation>{name} expects a value</translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/people.py"/>
        <source>{name} est de nouveau actif</source>
        <translation>{name} is active again</translation>
    </message>
    <message>
        <location filename="../../app/services/claim_devices.py"/>
        <source>{name} est déjà prêté pour le sinistre {number}. Reprenez-le d’abord.</source>
        <translation>{name} is already on loan for claim {number}. Take it back first.</translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/people.py"/>
        <source>{name} est désactivé</source>
        <translation>{name} is now inactive</translation>
    </message>
    <message>
        <location filename="../../app/services/claim_devices.py"/>
        <source>{name} est l’appareil sinistré : choisissez-en un autre.</source>
        <translation>{name} is the damaged device: choose another one.</translation>
    </message>
    <message>
        <location filename="../../app/services/claim_devices.py"/>
        <source>{name} est « {old} » : il ne peut pas devenir « {new} ».</source>
        <translation>{name} is “{old}”: it cannot become “{new}”.</translation>
    </message>
    <message>
        <location filename="../../app/services/claim_rules.py"/>
        <source>{name} est « {status} » ({why}) : un appareil disparu ne peut pas devenir « {new} ». Sinistre {number}.</source>
        <translation>{name} is “{status}” ({why}): a device that disappeared cannot become “{new}”. Claim {number}.</translation>
    </message>
    <message>
        <location filename="../../app/services/claim_devices.py"/>
        <source>{name} est « {status} » : il n’est plus chez vous, rien ne peut être déclaré.</source>
        <translation>{name} is “{status}”: you no longer have it, nothing can be declared.</translation>
    </message>
    <message>
        <location filename="../../app/services/claim_devices.py"/>
        <source>{name} est « {status} » : seul un appareil en stock peut être prêté ou en remplacer un autre.</source>
        <translation>{name} is “{status}”: only a device in stock can be lent or replace another.</translation>
    </message>
    <message>
        <location filename="../../app/commands/parsing.py"/>
        <source>{name} et {other} ne vont pas ensemble</source>
        <translation>{name} and {other} do not go together</translation>
    </message>
    <message>
        <location filename="../../app/commands/parsing.py"/>
        <source>{name} ne prend pas de valeur, ici {value}</source>
        <translation>{name} takes no value, here {value}</translation>
    </message>
    <message>
        <location filename="../../app/services/handing_over.py"/>
        <source>{name} n’est plus actif : aucun matériel ne peut lui être affecté.</source>
        <translation>{name} is no longer active: no equipment can be assigned to them.</translation>
    </message>
    <message>
        <location filename="../../app/domain/cover.py"/>
        <source>{name} n’est rattaché à aucun contrat de location. Indiquez son contrat dans sa fiche.</source>
        <translation>{name} belongs to no rental contract. Give its contract on its sheet.</translation>
    </message>
    <message>
        <location filename="../../app/domain/cover.py"/>
        <source>{name} n’était pas encore loué le {day} : la location commence le {start}.</source>
        <translation>{name} was not yet rented on {day}: the rental starts on {start}.</translation>
    </message>
    <message>
        <location filename="../../app/domain/cover.py"/>
        <source>{name} n’était plus loué le {day} : la location a pris fin le {end}.</source>
        <translation>{name} was no longer rented on {day}: the rental ended on {end}.</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/notices.py"/>
        <source>{name}, d’après la dernière vérification.</source>
        <translation>{name}, according to the last check.</translation>
    </message>
    <message>
        <location filename="../../app/ui/sync/inbox_detail.py"/>
        <source>{name}, le {moment}</source>
        <translation>{name}, on {moment}</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/notices.py"/>
        <source>{name}.</source>
        <translation>{name}.</translation>
    </message>
    <message>
        <location filename="../../app/commands/sync.py"/>
        <source>{name}. Enregistrements sur le serveur : {there} ; ici : {here}.</source>
        <translation>{name}. Records on the server: {there}; here: {here}.</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/timeline_layout.py"/>
        <source>{name} : du {start} au {end}</source>
        <translation>{name}: {start} to {end}</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/follow_up.py"/>
        <source>{name} : pas encore</source>
        <translation>{name}: not yet</translation>
    </message>
    <message>
        <location filename="../../app/domain/satisfaction.py"/>
        <source>{name} : pas encore de chiffre.</source>
        <translation>{name}: no figure yet.</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/subscribe.py"/>
        <source>{name} : {amount} HT par licence et par mois, déjà au contrat {number}.</source>
        <translation>{name}: {amount} excl. VAT per licence per month, already in contract {number}.</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/subscribe.py"/>
        <source>{name} : {amount} HT par licence et par mois, d’après l’offre de {provider}. Parclair note ici que l’option est souscrite ; c’est votre contrat qui la rend due : demandez-la à {provider} si ce n’est pas fait.</source>
        <translation>{name}: {amount} excl. VAT per licence per month, by {provider}’s offer. Parclair records here that the option is subscribed; it is your contract that makes it due: ask {provider} for it if you have not done so.</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/statistics_series.py"/>
        <source>{name} : {count} ({share})</source>
        <translation>{name}: {count} ({share})</translation>
    </message>
    <message>
        <location filename="../../app/domain/pc_words.py"/>
        <source>{name} : {free} Go libres sur {total} ({share})</source>
        <translation>{name}: {free} GB free of {total} ({share})</translation>
    </message>
    <message>
        <location filename="../../app/services/sync_checks.py"/>
        <source>{name} : {lost}</source>
        <translation>{name}: {lost}</translation>
    </message>
    <message>
        <location filename="../../app/domain/satisfaction.py"/>
        <source>{name} : {part} ÷ {whole} = {share}</source>
        <translation>{name}: {part} ÷ {whole} = {share}</translation>
    </message>
    <message>
        <location filename="../../app/domain/pc_words.py"/>
        <source>{name} : {state}</source>
        <translation>{name}: {state}</translation>
    </message>
    <message>
        <location filename="../../app/domain/pc_words.py"/>
        <source>{name} : {state}, pas à jour</source>
        <translation>{name}: {state}, out of date</translation>
    </message>
    <message>
        <location filename="../../app/domain/pc_words.py"/>
        <source>{name} : {state}, à jour</source>
        <translation>{name}: {state}, up to date</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/chores.py"/>
        <source>{name} : {state}{others}</source>
        <translation>{name}: {state}{others}</translation>
    </message>
    <message>
        <location filename="../../app/commands/sync.py"/>
        <source>{name} : {value}</source>
        <translation>{name}: {value}</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/timeline_layout.py"/>
        <source>{name} : à partir du {start}, sans date de fin</source>
        <translation>{name}: from {start}, without end</translation>
    </message>
    <message>
        <location filename="../../app/services/claim_documents.py"/>
        <source>{need} {number}</source>
        <translation>{need} {number}</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/request_dialogs.py"/>
        <source>{number}, {subject}</source>
        <translation>{number}, {subject}</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/request_dialogs.py"/>
        <source>{number}, {subject}. Le rendez-vous garde son heure dans la file d’attente.</source>
        <translation>{number}, {subject}. The appointment keeps its time in the queue.</translation>
    </message>
    <message>
        <location filename="../../app/ui/sync/connect_dialog.py"/>
        <source>{n}</source>
        <translation>{n}</translation>
    </message>
    <message>
        <location filename="../../app/commands/support.py"/>
        <source>{n} ({share})</source>
        <translation>{n} ({share})</translation>
    </message>
    <message>
        <location filename="../../app/ui/home/cards.py"/>
        <source>{n} autre contrat</source>
        <translation>{n} other contract</translation>
    </message>
    <message>
        <location filename="../../app/ui/sync/inbox_words.py"/>
        <source>{n} autre décision sera prise en même temps.</source>
        <translation>{n} other decision will be taken at the same time.</translation>
    </message>
    <message>
        <location filename="../../app/ui/sync/inbox_detail.py"/>
        <source>{n} autre valeur de ce champ attend aussi votre choix.</source>
        <translation>{n} other value of this field also waits for your choice.</translation>
    </message>
    <message>
        <location filename="../../app/documents/statistics.py"/>
        <source>{n} autres</source>
        <translation>{n} others</translation>
    </message>
    <message>
        <location filename="../../app/ui/home/cards.py"/>
        <source>{n} autres contrats</source>
        <translation>{n} other contracts</translation>
    </message>
    <message>
        <location filename="../../app/ui/sync/inbox_words.py"/>
        <source>{n} autres décisions seront prises en même temps.</source>
        <translation>{n} other decisions will be taken at the same time.</translation>
    </message>
    <message>
        <location filename="../../app/ui/sync/inbox_detail.py"/>
        <source>{n} autres valeurs de ce champ attendent aussi votre choix.</source>
        <translation>{n} other values of this field also wait for your choice.</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/statistics_series.py"/>
        <source>{n} avis</source>
        <translation>{n} ratings</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/rating.py"/>
        <source>{n} caractère au plus</source>
        <translation>{n} character at most</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/rating.py"/>
        <source>{n} caractère de trop</source>
        <translation>{n} character too many</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/rating.py"/>
        <source>{n} caractères au plus</source>
        <translation>{n} characters at most</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/rating.py"/>
        <source>{n} caractères de trop</source>
        <translation>{n} characters too many</translation>
    </message>
    <message>
        <location filename="../../app/ui/sync/inbox.py"/>
        <source>{n} champ</source>
        <translation>{n} field</translation>
    </message>
    <message>
        <location filename="../../app/ui/sync/inbox.py"/>
        <source>{n} champs</source>
        <translation>{n} fields</translation>
    </message>
    <message>
        <location filename="../../app/ui/sync/words.py"/>
        <source>{n} changement</source>
        <translation>{n} change</translation>
    </message>
    <message>
        <location filename="../../app/ui/sync/inbox_words.py"/>
        <source>{n} changement abandonné</source>
        <translation>{n} change given up</translation>
    </message>
    <message>
        <location filename="../../app/commands/sync.py"/>
        <source>{n} changement attend encore</source>
        <translation>{n} change is still waiting</translation>
    </message>
    <message>
        <location filename="../../app/commands/sync.py"/>
        <source>{n} changement envoyé</source>
        <translation>{n} change sent</translation>
    </message>
    <message>
        <location filename="../../app/ui/sync/inbox_words.py"/>
        <source>{n} changement essayé de nouveau</source>
        <translation>{n} change tried again</translation>
    </message>
    <message>
        <location filename="../../app/ui/sync/leaving.py"/>
        <source>{n} changement n’est pas encore parti : il restera ici seulement.</source>
        <translation>{n} change has not been sent yet: it will stay here only.</translation>
    </message>
    <message>
        <location filename="../../app/ui/sync/words.py"/>
        <source>{n} changements</source>
        <translation>{n} changes</translation>
    </message>
    <message>
        <location filename="../../app/ui/sync/inbox_words.py"/>
        <source>{n} changements abandonnés</source>
        <translation>{n} changes given up</translation>
    </message>
    <message>
        <location filename="../../app/commands/sync.py"/>
        <source>{n} changements attendent encore</source>
        <translation>{n} changes are still waiting</translation>
    </message>
    <message>
        <location filename="../../app/commands/sync.py"/>
        <source>{n} changements envoyés</source>
        <translation>{n} changes sent</translation>
    </message>
    <message>
        <location filename="../../app/ui/sync/inbox_words.py"/>
        <source>{n} changements essayés de nouveau</source>
        <translation>{n} changes tried again</translation>
    </message>
    <message>
        <location filename="../../app/ui/sync/leaving.py"/>
        <source>{n} changements ne sont pas encore partis : ils resteront ici seulement.</source>
        <translation>{n} changes have not been sent yet: they will stay here only.</translation>
    </message>
    <message>
        <location filename="../../app/ui/sync/inbox_detail.py"/>
        <source>{n} choisi</source>
        <translation>{n} selected</translation>
    </message>
    <message>
        <location filename="../../app/ui/sync/inbox_detail.py"/>
        <source>{n} choisis</source>
        <translation>{n} selected</translation>
    </message>
    <message>
        <location filename="../../app/ui/sync/words.py"/>
        <source>{n} conflit</source>
        <translation>{n} conflict</translation>
    </message>
    <message>
        <location filename="../../app/ui/sync/host.py"/>
        <source>{n} conflit ou refus attend votre décision</source>
        <translation>{n} conflict or refusal waits for your decision</translation>
    </message>
    <message>
        <location filename="../../app/ui/sync/words.py"/>
        <source>{n} conflits</source>
        <translation>{n} conflicts</translation>
    </message>
    <message>
        <location filename="../../app/ui/sync/host.py"/>
        <source>{n} conflits ou refus attendent votre décision</source>
        <translation>{n} conflicts or refusals wait for your decision</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/view.py"/>
        <source>{n} contrat</source>
        <translation>{n} contract</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/view.py"/>
        <source>{n} contrats</source>
        <translation>{n} contracts</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/all_requests.py"/>
        <source>{n} demande</source>
        <translation>{n} request</translation>
    </message>
    <message>
        <location filename="../../app/ui/home/cards.py"/>
        <source>{n} demande ouverte</source>
        <translation>{n} open request</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/all_requests.py"/>
        <source>{n} demandes</source>
        <translation>{n} requests</translation>
    </message>
    <message>
        <location filename="../../app/ui/home/cards.py"/>
        <source>{n} demandes ouvertes</source>
        <translation>{n} open requests</translation>
    </message>
    <message>
        <location filename="../../app/ui/documents/view.py"/>
        <source>{n} document</source>
        <translation>{n} document</translation>
    </message>
    <message>
        <location filename="../../app/ui/documents/view.py"/>
        <source>{n} document supprimé</source>
        <translation>{n} document deleted</translation>
    </message>
    <message>
        <location filename="../../app/ui/documents/view.py"/>
        <source>{n} documents</source>
        <translation>{n} documents</translation>
    </message>
    <message>
        <location filename="../../app/ui/documents/view.py"/>
        <source>{n} documents supprimés</source>
        <translation>{n} documents deleted</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/words.py"/>
        <source>{n} dossier</source>
        <translation>{n} folder</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/words.py"/>
        <source>{n} dossiers</source>
        <translation>{n} folders</translation>
    </message>
    <message>
        <location filename="../../app/commands/sync.py"/>
        <source>{n} décision attend (conflicts list)</source>
        <translation>{n} decision is waiting (conflicts list)</translation>
    </message>
    <message>
        <location filename="../../app/ui/sync/inbox.py"/>
        <source>{n} décision non annulée : son enregistrement a été modifié depuis</source>
        <translation>{n} decision not undone: its record was changed since</translation>
    </message>
    <message>
        <location filename="../../app/ui/sync/words.py"/>
        <source>{n} décision vous attend</source>
        <translation>{n} decision awaits you</translation>
    </message>
    <message>
        <location filename="../../app/ui/sync/inbox.py"/>
        <source>{n} décision à prendre</source>
        <translation>{n} decision to make</translation>
    </message>
    <message>
        <location filename="../../app/ui/sync/chip.py"/>
        <source>{n} décision à prendre…</source>
        <translation>{n} decision to make…</translation>
    </message>
    <message>
        <location filename="../../app/commands/sync.py"/>
        <source>{n} décisions attendent (conflicts list)</source>
        <translation>{n} decisions are waiting (conflicts list)</translation>
    </message>
    <message>
        <location filename="../../app/ui/sync/inbox.py"/>
        <source>{n} décisions non annulées : leurs enregistrements ont été modifiés depuis</source>
        <translation>{n} decisions not undone: their records were changed since</translation>
    </message>
    <message>
        <location filename="../../app/ui/sync/words.py"/>
        <source>{n} décisions vous attendent</source>
        <translation>{n} decisions await you</translation>
    </message>
    <message>
        <location filename="../../app/ui/sync/inbox.py"/>
        <source>{n} décisions à prendre</source>
        <translation>{n} decisions to make</translation>
    </message>
    <message>
        <location filename="../../app/ui/sync/chip.py"/>
        <source>{n} décisions à prendre…</source>
        <translation>{n} decisions to make…</translation>
    </message>
    <message>
        <location filename="../../app/ui/sync/words.py"/>
        <source>{n} en attente</source>
        <translation>{n} waiting</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/claims.py"/>
        <source>{n} en cours</source>
        <translation>{n} open</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/queue.py"/>
        <source>{n} en retard</source>
        <translation>{n} overdue</translation>
    </message>
    <message>
        <location filename="../../app/commands/sync.py"/>
        <source>{n} enregistrement changé ailleurs et reçu</source>
        <translation>{n} record changed elsewhere received</translation>
    </message>
    <message>
        <location filename="../../app/services/sync_meeting.py"/>
        <source>{n} enregistrement de ce poste sera envoyé au serveur.</source>
        <translation>{n} record of this computer will be sent to the server.</translation>
    </message>
    <message>
        <location filename="../../app/services/sync_meeting.py"/>
        <source>{n} enregistrement du serveur sera reçu ici.</source>
        <translation>{n} record of the server will be received here.</translation>
    </message>
    <message>
        <location filename="../../app/ui/sync/inbox_words.py"/>
        <source>{n} enregistrement gardé</source>
        <translation>{n} record kept</translation>
    </message>
    <message>
        <location filename="../../app/ui/sync/inbox_words.py"/>
        <source>{n} enregistrement laissé supprimé</source>
        <translation>{n} record left deleted</translation>
    </message>
    <message>
        <location filename="../../app/ui/sync/inbox_words.py"/>
        <source>{n} enregistrement restauré</source>
        <translation>{n} record restored</translation>
    </message>
    <message>
        <location filename="../../app/ui/sync/inbox_words.py"/>
        <source>{n} enregistrement sera supprimé.</source>
        <translation>{n} record will be deleted.</translation>
    </message>
    <message>
        <location filename="../../app/ui/sync/inbox_words.py"/>
        <source>{n} enregistrement supprimé</source>
        <translation>{n} record deleted</translation>
    </message>
    <message>
        <location filename="../../app/commands/sync.py"/>
        <source>{n} enregistrements changés ailleurs et reçus</source>
        <translation>{n} records changed elsewhere received</translation>
    </message>
    <message>
        <location filename="../../app/services/sync_meeting.py"/>
        <source>{n} enregistrements de ce poste seront envoyés au serveur.</source>
        <translation>{n} records of this computer will be sent to the server.</translation>
    </message>
    <message>
        <location filename="../../app/services/sync_meeting.py"/>
        <source>{n} enregistrements de ce poste seront envoyés.</source>
        <translation>{n} records of this computer will be sent.</translation>
    </message>
    <message>
        <location filename="../../app/services/sync_meeting.py"/>
        <source>{n} enregistrements du serveur seront reçus et réunis avec ceux d’ici.</source>
        <translation>{n} records of the server will be received and joined with those here.</translation>
    </message>
    <message>
        <location filename="../../app/services/sync_meeting.py"/>
        <source>{n} enregistrements du serveur seront reçus ici.</source>
        <translation>{n} records of the server will be received here.</translation>
    </message>
    <message>
        <location filename="../../app/ui/sync/inbox_words.py"/>
        <source>{n} enregistrements gardés</source>
        <translation>{n} records kept</translation>
    </message>
    <message>
        <location filename="../../app/ui/sync/inbox_words.py"/>
        <source>{n} enregistrements laissés supprimés</source>
        <translation>{n} records left deleted</translation>
    </message>
    <message>
        <location filename="../../app/ui/sync/inbox_words.py"/>
        <source>{n} enregistrements restaurés</source>
        <translation>{n} records restored</translation>
    </message>
    <message>
        <location filename="../../app/ui/sync/inbox_words.py"/>
        <source>{n} enregistrements seront supprimés.</source>
        <translation>{n} records will be deleted.</translation>
    </message>
    <message>
        <location filename="../../app/ui/sync/inbox_words.py"/>
        <source>{n} enregistrements supprimés</source>
        <translation>{n} records deleted</translation>
    </message>
    <message>
        <location filename="../../app/ui/documents/view.py"/>
        <source>{n} fichier joint</source>
        <translation>{n} file attached</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/endings.py"/>
        <source>{n} fichier restauré dans « {folder} »</source>
        <translation>{n} file restored to “{folder}”</translation>
    </message>
    <message>
        <location filename="../../app/ui/documents/view.py"/>
        <source>{n} fichiers joints</source>
        <translation>{n} files attached</translation>
    </message>
    <message>
        <location filename="../../app/commands/backup.py"/>
        <source>{n} fichiers restaurés dans {folder}</source>
        <translation>{n} files restored into {folder}</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/endings.py"/>
        <source>{n} fichiers restaurés dans « {folder} »</source>
        <translation>{n} files restored to “{folder}”</translation>
    </message>
    <message>
        <location filename="../../app/domain/managed_services.py"/>
        <source>{n} fois par année de contrat</source>
        <translation>{n} times per contract year</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/statistics_series.py"/>
        <source>{n} intervention</source>
        <translation>{n} intervention</translation>
    </message>
    <message>
        <location filename="../../app/domain/managed_services.py"/>
        <source>{n} intervention dans l’année de contrat du {first} au {last}.</source>
        <translation>{n} visit in the contract year from {first} to {last}.</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/statistics_series.py"/>
        <source>{n} interventions</source>
        <translation>{n} interventions</translation>
    </message>
    <message>
        <location filename="../../app/domain/managed_services.py"/>
        <source>{n} interventions dans l’année de contrat du {first} au {last}.</source>
        <translation>{n} visits in the contract year from {first} to {last}.</translation>
    </message>
    <message>
        <location filename="../../app/domain/term_reasons.py"/>
        <source>{n} jours</source>
        <translation>{n} days</translation>
    </message>
    <message>
        <location filename="../../app/ui/sync/inbox_words.py"/>
        <source>{n} laissé en attente, il n’existe plus ici</source>
        <translation>{n} left waiting, it is no longer here</translation>
    </message>
    <message>
        <location filename="../../app/ui/sync/inbox_words.py"/>
        <source>{n} laissés en attente, ils n’existent plus ici</source>
        <translation>{n} left waiting, they are no longer here</translation>
    </message>
    <message>
        <location filename="../../app/ui/tour_contracts.py"/>
        <source>{n} licences : {price} HT par mois</source>
        <translation>{n} licences: {price} excl. VAT per month</translation>
    </message>
    <message>
        <location filename="../../app/ui/equipment/view.py"/>
        <source>{n} machine</source>
        <translation>{n} machine</translation>
    </message>
    <message>
        <location filename="../../app/ui/equipment/commands.py"/>
        <source>{n} machine modifiée</source>
        <translation>{n} machine changed</translation>
    </message>
    <message>
        <location filename="../../app/ui/equipment/commands.py"/>
        <source>{n} machine reprise</source>
        <translation>{n} machine taken back</translation>
    </message>
    <message>
        <location filename="../../app/ui/equipment/commands.py"/>
        <source>{n} machine supprimée</source>
        <translation>{n} machine deleted</translation>
    </message>
    <message>
        <location filename="../../app/ui/equipment/panel.py"/>
        <source>{n} machine sélectionnée</source>
        <translation>{n} machine selected</translation>
    </message>
    <message>
        <location filename="../../app/ui/equipment/view.py"/>
        <source>{n} machines</source>
        <translation>{n} machines</translation>
    </message>
    <message>
        <location filename="../../app/ui/equipment/commands.py"/>
        <source>{n} machines affectées à {name}</source>
        <translation>{n} machines assigned to {name}</translation>
    </message>
    <message>
        <location filename="../../app/ui/equipment/commands.py"/>
        <source>{n} machines modifiées</source>
        <translation>{n} machines changed</translation>
    </message>
    <message>
        <location filename="../../app/ui/equipment/commands.py"/>
        <source>{n} machines reprises</source>
        <translation>{n} machines taken back</translation>
    </message>
    <message>
        <location filename="../../app/ui/equipment/commands.py"/>
        <source>{n} machines supprimées</source>
        <translation>{n} machines deleted</translation>
    </message>
    <message>
        <location filename="../../app/ui/equipment/panel.py"/>
        <source>{n} machines sélectionnées</source>
        <translation>{n} machines selected</translation>
    </message>
    <message>
        <location filename="../../app/ui/home/cards.py"/>
        <source>{n} matériel</source>
        <translation>{n} machine</translation>
    </message>
    <message>
        <location filename="../../app/ui/home/cards.py"/>
        <source>{n} matériels</source>
        <translation>{n} machines</translation>
    </message>
    <message>
        <location filename="../../app/domain/backup_eligibility.py"/>
        <source>{n} mesure</source>
        <translation>{n} measurement</translation>
    </message>
    <message>
        <location filename="../../app/domain/backup_eligibility.py"/>
        <source>{n} mesures</source>
        <translation>{n} measurements</translation>
    </message>
    <message>
        <location filename="../../app/domain/term_reasons.py"/>
        <source>{n} mois</source>
        <translation>{n} months</translation>
    </message>
    <message>
        <location filename="../../app/ui/documents/preview.py"/>
        <source>{n} page envoyée à l’imprimante</source>
        <translation>{n} page sent to the printer</translation>
    </message>
    <message>
        <location filename="../../app/ui/documents/preview.py"/>
        <source>{n} pages envoyées à l’imprimante</source>
        <translation>{n} pages sent to the printer</translation>
    </message>
    <message>
        <location filename="../../app/ui/equipment/record_tabs.py"/>
        <source>{n} pièce à fournir</source>
        <translation>{n} document needed</translation>
    </message>
    <message>
        <location filename="../../app/ui/equipment/record_tabs.py"/>
        <source>{n} pièces à fournir</source>
        <translation>{n} documents needed</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/statistics_series.py"/>
        <source>{n} première réponse</source>
        <translation>{n} first answer</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/statistics_series.py"/>
        <source>{n} premières réponses</source>
        <translation>{n} first answers</translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/data.py"/>
        <source>{n} problème trouvé</source>
        <translation>{n} problem found</translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/data.py"/>
        <source>{n} problèmes trouvés</source>
        <translation>{n} problems found</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/appointment.py"/>
        <source>{n} rendez-vous à venir</source>
        <translation>{n} upcoming</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/history_series.py"/>
        <source>{n} sauvegarde réussie</source>
        <translation>{n} successful backup</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/history_series.py"/>
        <source>{n} sauvegardes réussies</source>
        <translation>{n} successful backups</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/claims.py"/>
        <source>{n} sinistre</source>
        <translation>{n} claim</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/claims.py"/>
        <source>{n} sinistres</source>
        <translation>{n} claims</translation>
    </message>
    <message>
        <location filename="../../app/ui/first_run/view.py"/>
        <source>{n} sur 9 chiffres</source>
        <translation>{n} of 9 digits</translation>
    </message>
    <message>
        <location filename="../../app/ui/documents/preview.py"/>
        <source>{n} sur {total}</source>
        <translation>{n} of {total}</translation>
    </message>
    <message>
        <location filename="../../app/ui/sync/inbox_words.py"/>
        <source>{n} valeur actuelle laissée</source>
        <translation>{n} present value left</translation>
    </message>
    <message>
        <location filename="../../app/ui/sync/inbox_words.py"/>
        <source>{n} valeur du serveur gardée</source>
        <translation>{n} value of the server kept</translation>
    </message>
    <message>
        <location filename="../../app/ui/sync/inbox_words.py"/>
        <source>{n} valeur remise</source>
        <translation>{n} value put back</translation>
    </message>
    <message>
        <location filename="../../app/ui/sync/inbox_words.py"/>
        <source>{n} valeurs actuelles laissées</source>
        <translation>{n} present values left</translation>
    </message>
    <message>
        <location filename="../../app/ui/sync/inbox_words.py"/>
        <source>{n} valeurs du serveur gardées</source>
        <translation>{n} values of the server kept</translation>
    </message>
    <message>
        <location filename="../../app/ui/sync/inbox_words.py"/>
        <source>{n} valeurs remises</source>
        <translation>{n} values put back</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/live_panel.py"/>
        <source>{n} × {price} HT</source>
        <translation>{n} × {price} excl. VAT</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/history_series.py"/>
        <source>{n} échec</source>
        <translation>{n} failure</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/history_series.py"/>
        <source>{n} échecs</source>
        <translation>{n} failures</translation>
    </message>
    <message>
        <location filename="../../app/ui/navigation.py"/>
        <source>{n} élément en attente</source>
        <translation>{n} item waiting</translation>
    </message>
    <message>
        <location filename="../../app/ui/navigation.py"/>
        <source>{n} éléments en attente</source>
        <translation>{n} items waiting</translation>
    </message>
    <message>
        <location filename="../../app/ui/documents/listing.py"/>
        <source>{n} Ko</source>
        <translation>{n} KB</translation>
    </message>
    <message>
        <location filename="../../app/ui/documents/listing.py"/>
        <source>{n} Mo</source>
        <translation>{n} MB</translation>
    </message>
    <message>
        <location filename="../../app/domain/pricing.py"/>
        <source>{n} appareil</source>
        <translation>{n} device</translation>
    </message>
    <message>
        <location filename="../../app/domain/pricing.py"/>
        <source>{n} appareils</source>
        <translation>{n} devices</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/statistics_series.py"/>
        <source>{n} avis</source>
        <translation>{n} rating</translation>
    </message>
    <message>
        <location filename="../../app/services/office.py"/>
        <source>{n} collaborateur</source>
        <translation>{n} person</translation>
    </message>
    <message>
        <location filename="../../app/services/office.py"/>
        <source>{n} collaborateurs</source>
        <translation>{n} people</translation>
    </message>
    <message>
        <location filename="../../app/services/office.py"/>
        <source>{n} contrat</source>
        <translation>{n} contract</translation>
    </message>
    <message>
        <location filename="../../app/services/office.py"/>
        <source>{n} contrats</source>
        <translation>{n} contracts</translation>
    </message>
    <message>
        <location filename="../../app/documents/wording.py"/>
        <source>{n} jour</source>
        <translation>{n} day</translation>
    </message>
    <message>
        <location filename="../../app/domain/offer_text.py"/>
        <source>{n} jour ouvré</source>
        <translation>{n} working day</translation>
    </message>
    <message>
        <location filename="../../app/documents/wording.py"/>
        <source>{n} jours</source>
        <translation>{n} days</translation>
    </message>
    <message>
        <location filename="../../app/domain/offer_text.py"/>
        <source>{n} jours ouvrés</source>
        <translation>{n} working days</translation>
    </message>
    <message>
        <location filename="../../app/domain/pricing.py"/>
        <source>{n} licence</source>
        <translation>{n} licence</translation>
    </message>
    <message>
        <location filename="../../app/domain/pricing.py"/>
        <source>{n} licences</source>
        <translation>{n} licences</translation>
    </message>
    <message>
        <location filename="../../app/services/office.py"/>
        <source>{n} matériel</source>
        <translation>{n} machine</translation>
    </message>
    <message>
        <location filename="../../app/services/office.py"/>
        <source>{n} matériels</source>
        <translation>{n} machines</translation>
    </message>
    <message>
        <location filename="../../app/domain/support_clock.py"/>
        <source>{n} min</source>
        <translation>{n} min</translation>
    </message>
    <message>
        <location filename="../../app/commands/hours.py"/>
        <source>{n} min d’ouverture plus tard : {due}</source>
        <translation>{n} min of opening time later: {due}</translation>
    </message>
    <message>
        <location filename="../../app/domain/offer_text.py"/>
        <source>{n} minute</source>
        <translation>{n} minute</translation>
    </message>
    <message>
        <location filename="../../app/domain/offer_text.py"/>
        <source>{n} minutes</source>
        <translation>{n} minutes</translation>
    </message>
    <message>
        <location filename="../../app/documents/wording.py"/>
        <source>{n} mois</source>
        <translation>{n} months</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/words.py"/>
        <source>{n} octet</source>
        <translation>{n} byte</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/words.py"/>
        <source>{n} octets</source>
        <translation>{n} bytes</translation>
    </message>
    <message>
        <location filename="../../app/domain/pricing.py"/>
        <source>{n} ordinateur</source>
        <translation>{n} computer</translation>
    </message>
    <message>
        <location filename="../../app/domain/pricing.py"/>
        <source>{n} ordinateurs</source>
        <translation>{n} computers</translation>
    </message>
    <message>
        <location filename="../../app/documents/contract_sections.py"/>
        <source>{n} personne</source>
        <translation>{n} person</translation>
    </message>
    <message>
        <location filename="../../app/documents/contract_sections.py"/>
        <source>{n} personnes</source>
        <translation>{n} people</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/words.py"/>
        <source>{n} s</source>
        <translation>{n} s</translation>
    </message>
    <message>
        <location filename="../../app/domain/article_services.py"/>
        <source>{n} {what}</source>
        <translation>{n} {what}</translation>
    </message>
    <message>
        <location filename="../../app/domain/end_of_rental.py"/>
        <source>{n} %</source>
        <translation>{n}%</translation>
    </message>
    <message>
        <location filename="../../app/services/home.py"/>
        <source>{offer} · {number}</source>
        <translation>{offer} · {number}</translation>
    </message>
    <message>
        <location filename="../../app/commands/hours.py"/>
        <source>{offer}, jours fériés : {zone}</source>
        <translation>{offer}, public holidays: {zone}</translation>
    </message>
    <message>
        <location filename="../../app/commands/quote.py"/>
        <source>{offer}, par mois, ne vaut pas facture</source>
        <translation>{offer}, per month, not an invoice</translation>
    </message>
    <message>
        <location filename="../../app/domain/pricing.py"/>
        <source>{offer}, version {version}</source>
        <translation>{offer}, version {version}</translation>
    </message>
    <message>
        <location filename="../../app/services/contract_reading.py"/>
        <source>{offer}, « {clause} »</source>
        <translation>{offer}, “{clause}”</translation>
    </message>
    <message>
        <location filename="../../app/domain/pricing.py"/>
        <source>{offer} : hors contrat, {rate} HT l’heure ; toute tranche de {size} minutes commencée est due.</source>
        <translation>{offer}: without a contract, {rate} excl. VAT per hour; any {size} minutes begun are due in full.</translation>
    </message>
    <message>
        <location filename="../../app/domain/pricing.py"/>
        <source>{offer} : pas de prix public ; le prix unitaire vient du devis du prestataire.</source>
        <translation>{offer}: no public price; the unit price comes from the provider’s quote.</translation>
    </message>
    <message>
        <location filename="../../app/domain/pricing.py"/>
        <source>{offer} : prix dégressif ; la tranche atteinte par la quantité totale fixe le prix de toutes les unités.</source>
        <translation>{offer}: volume price; the tier reached by the total quantity sets the price of every unit.</translation>
    </message>
    <message>
        <location filename="../../app/domain/pricing.py"/>
        <source>{offer} : prix par tranches successives ; chaque tranche fixe le prix des unités qui s’y trouvent.</source>
        <translation>{offer}: graduated price; each tier sets the price of the units that fall within it.</translation>
    </message>
    <message>
        <location filename="../../app/domain/pricing.py"/>
        <source>{offer} : un seul prix unitaire, quelle que soit la quantité.</source>
        <translation>{offer}: one unit price, whatever the quantity.</translation>
    </message>
    <message>
        <location filename="../../app/services/support_reading.py"/>
        <source>{old} → {new}</source>
        <translation>{old} → {new}</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/history.py"/>
        <source>{operation} : {result}.</source>
        <translation>{operation}: {result}.</translation>
    </message>
    <message>
        <location filename="../../app/services/resignation_reading.py"/>
        <source>{over} Il reste à choisir la suite : {choices}.</source>
        <translation>{over} What remains is to choose what comes next: {choices}.</translation>
    </message>
    <message>
        <location filename="../../app/documents/statistics.py"/>
        <source>{part} sur {whole}</source>
        <translation>{part} of {whole}</translation>
    </message>
    <message>
        <location filename="../../app/services/maintenance.py"/>
        <source>{path}</source>
        <translation>{path}</translation>
    </message>
    <message>
        <location filename="../../app/documents/contract_sections.py"/>
        <source>{people} (indiqué pour information)</source>
        <translation>{people} (for information only)</translation>
    </message>
    <message>
        <location filename="../../app/domain/backup_eligibility.py"/>
        <source>{percent} de {n} mesures, coupure la plus longue {hours} h</source>
        <translation>{percent} of {n} measurements, longest outage {hours} h</translation>
    </message>
    <message>
        <location filename="../../app/system/repository_look.py"/>
        <source>{place} répond, mais pas comme un dépôt de sauvegarde.</source>
        <translation>{place} answers, but not as a backup repository.</translation>
    </message>
    <message>
        <location filename="../../app/documents/resignation_letter.py"/>
        <source>{place}, le {day}</source>
        <translation>{place}, {day}</translation>
    </message>
    <message>
        <location filename="../../app/domain/offer_errors.py"/>
        <source>{place} : refusé. Attendu : {allowed}</source>
        <translation>{place}: refused. Allowed: {allowed}</translation>
    </message>
    <message>
        <location filename="../../app/domain/offer_errors.py"/>
        <source>{place} : {key} manque. Attendu : {allowed}</source>
        <translation>{place}: {key} is missing. Allowed: {allowed}</translation>
    </message>
    <message>
        <location filename="../../app/domain/offer_errors.py"/>
        <source>{place} : {key} : « {value} » refusé. Attendu : {allowed}</source>
        <translation>{place}: {key}: “{value}” refused. Allowed: {allowed}</translation>
    </message>
    <message>
        <location filename="../../app/domain/offer_errors.py"/>
        <source>{place} : {value} Attendu : {allowed}</source>
        <translation>{place}: {value} Allowed: {allowed}</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/price_step.py"/>
        <source>{price} HT par contrat</source>
        <translation>{price} excl. VAT per contract</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/price_step.py"/>
        <source>{price} HT par licence</source>
        <translation>{price} excl. VAT per licence</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/wording.py"/>
        <source>{price} HT par mois et par {unit}</source>
        <translation>{price} excl. VAT per month and {unit}</translation>
    </message>
    <message>
        <location filename="../../app/domain/end_of_rental.py"/>
        <source>{price} HT, payé une fois.</source>
        <translation>{price} excl. VAT, paid once.</translation>
    </message>
    <message>
        <location filename="../../app/domain/pricing.py"/>
        <source>{price} HT par unité et par mois</source>
        <translation>{price} excl. VAT per unit and month</translation>
    </message>
    <message>
        <location filename="../../app/cli.py"/>
        <source>{prog} [options] [COMMANDE …]</source>
        <translation>{prog} [options] [COMMAND …]</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/claim_decision.py"/>
        <source>{promise} : {when}</source>
        <translation>{promise}: {when}</translation>
    </message>
    <message>
        <location filename="../../app/domain/article_parts.py"/>
        <source>{range}, {amount} HT</source>
        <translation>{range}, {amount} excl. VAT</translation>
    </message>
    <message>
        <location filename="../../app/domain/support_cover.py"/>
        <source>{reasons} Vous pouvez l’envoyer comme demande de devis.</source>
        <translation>{reasons} You can send it as a request for a quote.</translation>
    </message>
    <message>
        <location filename="../../app/services/contract_obstacles.py"/>
        <source>{reasons} {one}</source>
        <translation>{reasons} {one}</translation>
    </message>
    <message>
        <location filename="../../app/services/maintenance.py"/>
        <source>{reason}</source>
        <translation>{reason}</translation>
    </message>
    <message>
        <location filename="../../app/services/backup_restores.py"/>
        <source>{reason} Ce qui a été restauré jusque-là est dans « {folder} ».</source>
        <translation>{reason} What was restored so far is in “{folder}”.</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/attachments.py"/>
        <source>{refusal} Retirez-le pour envoyer.</source>
        <translation>{refusal} Remove it to send.</translation>
    </message>
    <message>
        <location filename="../../app/services/technician_card.py"/>
        <source>{result} le {moment}</source>
        <translation>{result} on {moment}</translation>
    </message>
    <message>
        <location filename="../../app/domain/delivery.py"/>
        <source>{rule} ({source})</source>
        <translation>{rule} ({source})</translation>
    </message>
    <message>
        <location filename="../../app/services/technician_card.py"/>
        <source>{said}. Aucune réussie</source>
        <translation>{said}. None has succeeded</translation>
    </message>
    <message>
        <location filename="../../app/services/technician_card.py"/>
        <source>{said}. Dernière réussie le {moment}</source>
        <translation>{said}. Last success on {moment}</translation>
    </message>
    <message>
        <location filename="../../app/services/technician_card.py"/>
        <source>{said} : {message}</source>
        <translation>{said}: {message}</translation>
    </message>
    <message>
        <location filename="../../app/ui/main_window.py"/>
        <source>{screen} – Parclair</source>
        <translation>{screen} – Parclair</translation>
    </message>
    <message>
        <location filename="../../app/domain/article_services.py"/>
        <source>{service}.</source>
        <translation>{service}.</translation>
    </message>
    <message>
        <location filename="../../app/domain/article_services.py"/>
        <source>{service} : {description}.</source>
        <translation>{service}: {description}.</translation>
    </message>
    <message>
        <location filename="../../app/domain/article_services.py"/>
        <source>{service} : {rule}.</source>
        <translation>{service}: {rule}.</translation>
    </message>
    <message>
        <location filename="../../app/commands/equipment.py"/>
        <source>{shown} sur {total}</source>
        <translation>{shown} of {total}</translation>
    </message>
    <message>
        <location filename="../../app/domain/pc_words.py"/>
        <source>{size} Go</source>
        <translation>{size} GB</translation>
    </message>
    <message>
        <location filename="../../app/services/this_pc.py"/>
        <source>{size} Go de mémoire</source>
        <translation>{size} GB of memory</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/attachment_tiles.py"/>
        <source>{size} · refusé</source>
        <translation>{size} · refused</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/timeline_layout.py"/>
        <source>{span} (en cours)</source>
        <translation>{span} (now)</translation>
    </message>
    <message>
        <location filename="../../app/domain/term_reasons.py"/>
        <source>{start} + {months} = {day}</source>
        <translation>{start} + {months} = {day}</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/resign.py"/>
        <source>{start} – {end}</source>
        <translation>{start} – {end}</translation>
    </message>
    <message>
        <location filename="../../app/services/technician_card.py"/>
        <source>{state} : {said}</source>
        <translation>{state}: {said}</translation>
    </message>
    <message>
        <location filename="../../app/services/home.py"/>
        <source>{status} · {offer}</source>
        <translation>{status} · {offer}</translation>
    </message>
    <message>
        <location filename="../../app/ui/technician/facts.py"/>
        <source>{status}, avis : {rating}</source>
        <translation>{status}, rating: {rating}</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/contract_list.py"/>
        <source>{status} ; la lettre de résiliation est prête, son envoi n’est pas noté</source>
        <translation>{status}; the termination letter is ready, its sending is not noted</translation>
    </message>
    <message>
        <location filename="../../app/ui/widgets/assistant.py"/>
        <source>{step} ({n} sur {total})</source>
        <translation>{step} ({n} of {total})</translation>
    </message>
    <message>
        <location filename="../../app/services/resignations.py"/>
        <source>{step} : {name}</source>
        <translation>{step}: {name}</translation>
    </message>
    <message>
        <location filename="../../app/services/home_support.py"/>
        <source>{subject}</source>
        <translation>{subject}</translation>
    </message>
    <message>
        <location filename="../../app/services/home_support.py"/>
        <source>{subject} · {number}</source>
        <translation>{subject} · {number}</translation>
    </message>
    <message>
        <location filename="../../app/services/home_support.py"/>
        <source>{subject} · {urgency}</source>
        <translation>{subject} · {urgency}</translation>
    </message>
    <message>
        <location filename="../../app/services/maintenance.py"/>
        <source>{system}</source>
        <translation>{system}</translation>
    </message>
    <message>
        <location filename="../../app/domain/support_work.py"/>
        <source>{technician} est déjà intervenu sur la demande {number} à partir du {start} : deux interventions ne se recouvrent pas.</source>
        <translation>{technician} already worked on request {number} from {start}: two interventions do not overlap.</translation>
    </message>
    <message>
        <location filename="../../app/services/support_requests.py"/>
        <source>{technician} intervient encore sur la demande {number} : arrêtez d’abord l’intervention.</source>
        <translation>{technician} is still working on request {number}: end that intervention first.</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/intervention_dialogs.py"/>
        <source>{technician}, commencée à {time}, {minutes}.</source>
        <translation>{technician}, started at {time}, {minutes}.</translation>
    </message>
    <message>
        <location filename="../../app/services/request_rows.py"/>
        <source>{text} n’existe pas ce jour-là, l’heure d’été saute cette heure : lu à l’heure d’hiver, soit {moment}.</source>
        <translation>{text} does not exist that day, as summer time skips that hour: read as winter time, which is {moment}.</translation>
    </message>
    <message>
        <location filename="../../app/domain/moments.py"/>
        <source>{text} vient deux fois ce jour-là : la première est prise, à l’heure d’été (+02:00). Avec +01:00, ce serait l’autre.</source>
        <translation>{text} comes twice on that day: the first is taken, in summer time (+02:00). With +01:00 it would be the other.</translation>
    </message>
    <message>
        <location filename="../../app/services/request_rows.py"/>
        <source>{text} vient deux fois ce jour-là : la seconde est prise, à l’heure d’hiver (+01:00), après l’ouverture.</source>
        <translation>{text} comes twice that day: the second one is taken, in winter time (+01:00), after the opening.</translation>
    </message>
    <message>
        <location filename="../../app/domain/article_services.py"/>
        <source>{times} fois par année de contrat, à partir de {least}, dans les villes suivantes seulement : {cities}</source>
        <translation>{times} times per contract year, from {least}, in the following cities only: {cities}</translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/appearance.py"/>
        <source>{title} : {choice}</source>
        <translation>{title}: {choice}</translation>
    </message>
    <message>
        <location filename="../../app/ui/technician/card_rows.py"/>
        <source>{title} : {value}</source>
        <translation>{title}: {value}</translation>
    </message>
    <message>
        <location filename="../../app/domain/pricing.py"/>
        <source>{total} + {amount}</source>
        <translation>{total} + {amount}</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/claim_detail.py"/>
        <source>{type} · {machine}</source>
        <translation>{type} · {machine}</translation>
    </message>
    <message>
        <location filename="../../app/ui/equipment/record_tabs.py"/>
        <source>{type}, {cover}</source>
        <translation>{type}, {cover}</translation>
    </message>
    <message>
        <location filename="../../app/services/home_sync.py"/>
        <source>{type} : {title}</source>
        <translation>{type}: {title}</translation>
    </message>
    <message>
        <location filename="../../app/domain/article_parts.py"/>
        <source>{units} et les options souscrites</source>
        <translation>{units} and the options subscribed</translation>
    </message>
    <message>
        <location filename="../../app/domain/pricing.py"/>
        <source>{units} : tranche « {range} » atteinte, {price} HT par unité et par mois, pour toutes les unités</source>
        <translation>{units}: tier “{range}” reached, {price} excl. VAT per unit and month, for every unit</translation>
    </message>
    <message>
        <location filename="../../app/services/sync_checks.py"/>
        <source>{url} répond en {n} ms ({organisation})</source>
        <translation>{url} answers in {n} ms ({organisation})</translation>
    </message>
    <message>
        <location filename="../../app/services/sync_checks.py"/>
        <source>{url} : pas interrogé (--offline)</source>
        <translation>{url}: not asked (--offline)</translation>
    </message>
    <message>
        <location filename="../../app/services/sync_checks.py"/>
        <source>{url} : {reason}</source>
        <translation>{url}: {reason}</translation>
    </message>
    <message>
        <location filename="../../app/commands/output.py"/>
        <source>{value}</source>
        <translation>{value}</translation>
    </message>
    <message>
        <location filename="../../app/server/sync/writing.py"/>
        <source>{value} est déjà pris par un autre enregistrement.</source>
        <translation>{value} is already taken by another record.</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/claim_words.py"/>
        <source>{weekday} soir</source>
        <translation>{weekday} night</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/words.py"/>
        <source>{weekday} à {time}</source>
        <translation>{weekday} at {time}</translation>
    </message>
    <message>
        <location filename="../../app/commands/backup.py"/>
        <source>{what}</source>
        <translation>{what}</translation>
    </message>
    <message>
        <location filename="../../app/commands/parsing.py"/>
        <source>{what} (voir {prog} --help)</source>
        <translation>{what} (see {prog} --help)</translation>
    </message>
    <message>
        <location filename="../../app/services/home.py"/>
        <source>{what} aujourd’hui</source>
        <translation>{what} today</translation>
    </message>
    <message>
        <location filename="../../app/services/home.py"/>
        <source>{what} dans {n} jours</source>
        <translation>{what} in {n} days</translation>
    </message>
    <message>
        <location filename="../../app/services/home.py"/>
        <source>{what} demain</source>
        <translation>{what} tomorrow</translation>
    </message>
    <message>
        <location filename="../../app/commands/backup.py"/>
        <source>{what} {step}</source>
        <translation>{what} {step}</translation>
    </message>
    <message>
        <location filename="../../app/services/attachment_checks.py"/>
        <source>{what}, comme le dit son nom : son contenu est autre chose</source>
        <translation>{what}, as its name says: its content is something else</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/timeline_widget.py"/>
        <source>{what} : {day}</source>
        <translation>{what}: {day}</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/claim_detail.py"/>
        <source>{who} s’en occupe. Notez l’issue quand elle est connue.</source>
        <translation>{who} is seeing to it. Note the outcome once it is known.</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/smiley.py"/>
        <source>{word} (touche {key})</source>
        <translation>{word} (key {key})</translation>
    </message>
    <message>
        <location filename="../../app/ui/sync/inbox_detail.py"/>
        <source>{word} : {n}</source>
        <translation>{word}: {n}</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/statistics_series.py"/>
        <source>{worked}, {rated}</source>
        <translation>{worked}, {rated}</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/plan_when.py"/>
        <source> Kio/s</source>
        <translation> KiB/s</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/plan_when.py"/>
        <source> h</source>
        <translation> h</translation>
    </message>
    <message>
        <location filename="../../app/documents/recovery_sheet.py"/>
        <source>« Restaurer » : choisissez la sauvegarde, les dossiers, et un dossier d’arrivée.</source>
        <translation>“Restore”: choose the backup, the folders, and a folder to put them in.</translation>
    </message>
    <message>
        <location filename="../../app/ui/tour_walker.py"/>
        <source>« {name} » en vue et utilisable</source>
        <translation>“{name}” to be in sight and enabled</translation>
    </message>
    <message>
        <location filename="../../app/ui/tour_walker.py"/>
        <source>« {name} » est caché par autre chose</source>
        <translation>“{name}” is hidden by something else</translation>
    </message>
    <message>
        <location filename="../../app/ui/documents/preview.py"/>
        <source>« {name} » est conservé tel quel. Enregistrez-le pour l’ouvrir avec son programme.</source>
        <translation>“{name}” is kept as it is. Save it to open it with its own program.</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/statistics.py"/>
        <source>« {name} » est enregistré.</source>
        <translation>“{name}” is saved.</translation>
    </message>
    <message>
        <location filename="../../app/ui/equipment/panel.py"/>
        <source>« {name} » joint</source>
        <translation>“{name}” attached</translation>
    </message>
    <message>
        <location filename="../../app/services/support_files.py"/>
        <source>« {name} » n’a pas pu être joint : {reason}. Rien n’a été enregistré. Libérez de la place, ou rendez le dossier de données accessible, puis recommencez.</source>
        <translation>“{name}” could not be attached: {reason}. Nothing was recorded. Free some space, or make the data folder accessible, then try again.</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/prepared_files.py"/>
        <source>« {name} » n’est pas joint. Il faut {allowed}.</source>
        <translation>“{name}” is not attached. It takes {allowed}.</translation>
    </message>
    <message>
        <location filename="../../app/services/handing_over.py"/>
        <source>« {name} » n’est plus disponible. Changez d’abord son état, puis affectez-le.</source>
        <translation>“{name}” is no longer available. Change its status first, then assign it.</translation>
    </message>
    <message>
        <location filename="../../app/ui/documents/view.py"/>
        <source>« {name} » supprimé</source>
        <translation>“{name}” deleted</translation>
    </message>
    <message>
        <location filename="../../app/domain/cover.py"/>
        <source>« {name} » : cet appareil n’est pas loué. Seul un appareil loué est couvert par un contrat de location.</source>
        <translation>“{name}”: this device is not rented. Only a rented device is covered by a rental contract.</translation>
    </message>
    <message>
        <location filename="../../app/services/contract_obstacles.py"/>
        <source>« {offer} » ne peut pas être signé sans un contrat de location en cours chez {provider}.</source>
        <translation>“{offer}” cannot be signed without a running rental contract with {provider}.</translation>
    </message>
    <message>
        <location filename="../../app/server/sync/checks.py"/>
        <source>« {old} » ne peut pas devenir « {new} ».</source>
        <translation>“{old}” cannot become “{new}”.</translation>
    </message>
    <message>
        <location filename="../../app/domain/article_parts.py"/>
        <source>« {option} », {price} HT par mois et {unit}</source>
        <translation>“{option}”, {price} excl. VAT per month, {unit}</translation>
    </message>
    <message>
        <location filename="../../app/domain/article_parts.py"/>
        <source>« {option} », {price} HT par mois pour le contrat</source>
        <translation>“{option}”, {price} excl. VAT per month for the contract</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/price_step.py"/>
        <source>« {other} » a été retirée : elle ne se prend pas avec « {one} ».</source>
        <translation>“{other}” was taken out: it cannot be taken with “{one}”.</translation>
    </message>
    <message>
        <location filename="../../app/system/repository_look.py"/>
        <source>« {path} » est un fichier, pas un dossier.</source>
        <translation>“{path}” is a file, not a folder.</translation>
    </message>
    <message>
        <location filename="../../app/system/restic.py"/>
        <source>« {path} » ne répond pas comme restic.</source>
        <translation>“{path}” does not answer as restic does.</translation>
    </message>
    <message>
        <location filename="../../app/system/restic.py"/>
        <source>« {path} » n’existe pas.</source>
        <translation>“{path}” does not exist.</translation>
    </message>
    <message>
        <location filename="../../app/commands/parsing.py"/>
        <source>« {value} » est inconnu. Connus : {known}</source>
        <translation>“{value}” is unknown. Known: {known}</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/intervention_dialogs.py"/>
        <source>À</source>
        <translation>To</translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/company.py"/>
        <source>À compléter</source>
        <translation>To fill in</translation>
    </message>
    <message>
        <location filename="../../app/domain/records.py"/>
        <source>À distance</source>
        <translation>Remote</translation>
    </message>
    <message>
        <location filename="../../app/domain/records.py"/>
        <source>À envoyer</source>
        <translation>To send</translation>
    </message>
    <message>
        <location filename="../../app/commands/contract_papers.py"/>
        <source>À envoyer au plus tard le</source>
        <translation>To be sent by</translation>
    </message>
    <message>
        <location filename="../../app/services/sync_words.py"/>
        <source>À envoyer avant le</source>
        <translation>To be sent before</translation>
    </message>
    <message>
        <location filename="../../app/services/home.py"/>
        <source>À envoyer avant le {day} · {offer}</source>
        <translation>To be sent before {day} · {offer}</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/rental_end.py"/>
        <source>À faire</source>
        <translation>To do</translation>
    </message>
    <message>
        <location filename="../../app/services/home.py"/>
        <source>À faire réparer ou à remplacer</source>
        <translation>To be repaired or replaced</translation>
    </message>
    <message>
        <location filename="../../app/commands/claim.py"/>
        <source>À fournir</source>
        <translation>To provide</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/claim_slots.py"/>
        <source>À fournir : glissez le fichier ici, ou choisissez-le.</source>
        <translation>To provide: drop the file here, or choose it.</translation>
    </message>
    <message>
        <location filename="../../app/domain/backup_state.py"/>
        <source>À jour</source>
        <translation>Up to date</translation>
    </message>
    <message>
        <location filename="../../app/domain/term_reasons.py"/>
        <source>À la date du</source>
        <translation>As of</translation>
    </message>
    <message>
        <location filename="../../app/domain/article_parts.py"/>
        <source>À la date du présent document, le Client ne loue aucun ordinateur auprès du Prestataire : aucun prix n’est dû.</source>
        <translation>At the date of this document, the Customer rents no computer from the Provider: no price is due.</translation>
    </message>
    <message>
        <location filename="../../app/domain/article_parts.py"/>
        <source>À la date du présent document, pour {units}, le prix mensuel s’élève à {excl} HT, soit {incl} TTC.</source>
        <translation>At the date of this document, for {units}, the monthly price is {excl} excl. VAT, that is {incl} incl. VAT.</translation>
    </message>
    <message>
        <location filename="../../app/domain/end_of_rental.py"/>
        <source>À la fin de la location, le contrat peut s’arrêter ; les appareils sont rendus, l’envoi est gratuit.</source>
        <translation>At the end of the rental, the contract can stop; the devices are returned, shipping is free.</translation>
    </message>
    <message>
        <location filename="../../app/domain/end_of_rental.py"/>
        <source>À la fin de la location, les appareils peuvent être rachetés.</source>
        <translation>At the end of the rental, the devices can be bought.</translation>
    </message>
    <message>
        <location filename="../../app/domain/end_of_rental.py"/>
        <source>À la fin de la location, les mêmes appareils peuvent être gardés sans engagement, à loyer réduit (− {off}).</source>
        <translation>At the end of the rental, the same devices can be kept without commitment, at a reduced rent (− {off}).</translation>
    </message>
    <message>
        <location filename="../../app/domain/end_of_rental.py"/>
        <source>À la fin de la location, l’abonnement peut être renouvelé avec des appareils plus récents.</source>
        <translation>At the end of the rental, the subscription can be renewed with newer devices.</translation>
    </message>
    <message>
        <location filename="../../app/domain/cover.py"/>
        <source>À la tire (pris sur la personne, à son insu)</source>
        <translation>Pickpocketing (taken from the person unnoticed)</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/price_table.py"/>
        <source>À partir de</source>
        <translation>From</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/small_dialogs.py"/>
        <source>À partir de la signature, prix et règles du contrat {number} ne changent plus avec l’offre.</source>
        <translation>From signature on, the prices and rules of contract {number} no longer change with the offer.</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/rental_end.py"/>
        <source>À partir du</source>
        <translation>From</translation>
    </message>
    <message>
        <location filename="../../app/domain/term_reasons.py"/>
        <source>À partir du {day}, le contrat continue sans date de fin.</source>
        <translation>From {day}, the contract goes on with no end date.</translation>
    </message>
    <message>
        <location filename="../../app/ui/equipment/record_tabs.py"/>
        <source>À partir du {start}, {since}</source>
        <translation>From {start}, {since}</translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/view.py"/>
        <source>À propos</source>
        <translation>About</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/rating.py"/>
        <source>À remplir par le client, et non par {name}</source>
        <translation>For the customer to fill in, not {name}</translation>
    </message>
    <message>
        <location filename="../../app/ui/home/cards.py"/>
        <source>À savoir</source>
        <translation>For information</translation>
    </message>
    <message>
        <location filename="../../app/domain/article_parts.py"/>
        <source>À son terme, il se renouvelle par tacite reconduction, chaque fois pour {length}, sauf résiliation.</source>
        <translation>At the end of its term it renews automatically, each time for {length}, unless notice is given.</translation>
    </message>
    <message>
        <location filename="../../app/ui/home/cards.py"/>
        <source>À traiter</source>
        <translation>To handle</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/timeline_widget.py"/>
        <source>À venir</source>
        <translation>To come</translation>
    </message>
    <message>
        <location filename="../../app/services/home_backups.py"/>
        <source>À voir dans Sauvegardes</source>
        <translation>See Backups</translation>
    </message>
    <message>
        <location filename="../../app/services/home_support.py"/>
        <source>À voir dans la file d’attente</source>
        <translation>See the queue</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/services.py"/>
        <source>À vérifier</source>
        <translation>To be checked</translation>
    </message>
    <message>
        <location filename="../../app/domain/visits.py"/>
        <source>À vérifier : le contrat {number} ne dit pas si c’est couvert</source>
        <translation>To be checked: contract {number} does not say whether this is covered</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/words.py"/>
        <source>Ça marche mal</source>
        <translation>It works badly</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/cover_panel.py"/>
        <source>Ça ne peut pas attendre ? {name} : {phone}</source>
        <translation>It cannot wait? {name}: {phone}</translation>
    </message>
    <message>
        <location filename="../../app/ui/sync/words.py"/>
        <source>Échange en cours</source>
        <translation>Exchanging</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/notices.py"/>
        <source>Échec de la dernière sauvegarde</source>
        <translation>The last backup failed</translation>
    </message>
    <message>
        <location filename="../../app/domain/backup_problems.py"/>
        <source>Échec de restic</source>
        <translation>restic failed</translation>
    </message>
    <message>
        <location filename="../../app/domain/records.py"/>
        <source>Échouée</source>
        <translation>Failed</translation>
    </message>
    <message>
        <location filename="../../app/commands/contract.py"/>
        <source>Échéance</source>
        <translation>Deadline</translation>
    </message>
    <message>
        <location filename="../../app/services/home.py"/>
        <source>Échéance de préavis</source>
        <translation>Notice deadline</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/overview.py"/>
        <source>Échéance de préavis (passée)</source>
        <translation>Notice deadline (past)</translation>
    </message>
    <message>
        <location filename="../../app/services/contract_papers.py"/>
        <source>Échéance du contrat {number} ({offer})</source>
        <translation>Deadline of contract {number} ({offer})</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/view.py"/>
        <source>Échéances .ics</source>
        <translation>Deadlines .ics</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/timeline_layout.py"/>
        <source>Échéance : {day}</source>
        <translation>Deadline: {day}</translation>
    </message>
    <message>
        <location filename="../../app/domain/support_clock.py"/>
        <source>Échéance : {due}.</source>
        <translation>Due: {due}.</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/contract_list.py"/>
        <source>Échéance : {left}</source>
        <translation>Deadline: {left}</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/attachments.py"/>
        <source>Écran</source>
        <translation>Screen</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/resign.py"/>
        <source>Écriture de la lettre…</source>
        <translation>Writing the letter…</translation>
    </message>
    <message>
        <location filename="../../app/commands/request_steps.py"/>
        <source>Écrit : {file}</source>
        <translation>Written: {file}</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/intervention_dialogs.py"/>
        <source>Écrivez ce qui a été constaté et fait.</source>
        <translation>Write down what was found and done.</translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/company.py"/>
        <source>Éligibilité à la location</source>
        <translation>Eligibility for rental</translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/company.py"/>
        <source>Éligible</source>
        <translation>Eligible</translation>
    </message>
    <message>
        <location filename="../../app/commands/company.py"/>
        <source>Éligible à la location</source>
        <translation>May rent</translation>
    </message>
    <message>
        <location filename="../../app/ui/widgets/assistant.py"/>
        <source>Étapes</source>
        <translation>Steps</translation>
    </message>
    <message>
        <location filename="../../app/commands/backup.py"/>
        <source>État</source>
        <translation>Status</translation>
    </message>
    <message>
        <location filename="../../app/ui/sync/words.py"/>
        <source>État de la synchronisation : {state}</source>
        <translation>State of synchronisation: {state}</translation>
    </message>
    <message>
        <location filename="../../app/services/contract_events.py"/>
        <source>État : {status}</source>
        <translation>Status: {status}</translation>
    </message>
    <message>
        <location filename="../../app/domain/articles.py"/>
        <source>Évaluation des interventions</source>
        <translation>Rating of interventions</translation>
    </message>
    <message>
        <location filename="../../app/services/maintenance.py"/>
        <source>à créer ({head})</source>
        <translation>to be created ({head})</translation>
    </message>
    <message>
        <location filename="../../app/ui/contracts/rental_end.py"/>
        <source>à demander</source>
        <translation>to be asked</translation>
    </message>
    <message>
        <location filename="../../app/domain/article_services.py"/>
        <source>à distance</source>
        <translation>remotely</translation>
    </message>
    <message>
        <location filename="../../app/ui/widgets/assistant.py"/>
        <source>à faire</source>
        <translation>to do</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/words.py"/>
        <source>à l’instant</source>
        <translation>just now</translation>
    </message>
    <message>
        <location filename="../../app/commands/equipment.py"/>
        <source>à partir de ce jour (aujourd’hui par défaut)</source>
        <translation>from this day on (today by default)</translation>
    </message>
    <message>
        <location filename="../../app/commands/support.py"/>
        <source>à partir des interventions terminées ce jour (tout par défaut)</source>
        <translation>from the interventions that ended on this day (default: all)</translation>
    </message>
    <message>
        <location filename="../../app/domain/term_reasons.py"/>
        <source>à partir du {start}, sans date de fin</source>
        <translation>from {start}, with no end date</translation>
    </message>
    <message>
        <location filename="../../app/commands/request.py"/>
        <source>à quel numéro</source>
        <translation>on which number</translation>
    </message>
    <message>
        <location filename="../../app/commands/contract_services.py"/>
        <source>à vérifier</source>
        <translation>to be checked</translation>
    </message>
    <message>
        <location filename="../../app/ui/sync/words.py"/>
        <source>à {hour}</source>
        <translation>at {hour}</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/words.py"/>
        <source>à {time}</source>
        <translation>at {time}</translation>
    </message>
    <message>
        <location filename="../../app/ui/backups/history_looks.py"/>
        <source>échouée</source>
        <translation>failed</translation>
    </message>
    <message>
        <location filename="../../app/commands/support.py"/>
        <source>écrire aussi ces chiffres en PDF, sur une page</source>
        <translation>also write these figures as a one-page PDF</translation>
    </message>
    <message>
        <location filename="../../app/commands/contract_papers.py"/>
        <source>écrire aussi la lettre dans ce fichier</source>
        <translation>write the letter to this file too</translation>
    </message>
    <message>
        <location filename="../../app/commands/request_steps.py"/>
        <source>écrire dans le fil d’une demande</source>
        <translation>write into a request’s thread</translation>
    </message>
    <message>
        <location filename="../../app/commands/backup.py"/>
        <source>écrire la fiche de secours (PDF, mot de passe en clair)</source>
        <translation>write the recovery sheet (PDF, password in clear)</translation>
    </message>
    <message>
        <location filename="../../app/commands/contract_papers.py"/>
        <source>écrire le contrat en PDF</source>
        <translation>write the contract as a PDF</translation>
    </message>
    <message>
        <location filename="../../app/commands/parsing.py"/>
        <source>écrire un seul document JSON sur la sortie standard</source>
        <translation>write one JSON document on standard output</translation>
    </message>
    <message>
        <location filename="../../app/server/cli.py"/>
        <source>équipe du prestataire</source>
        <translation>the provider’s staff</translation>
    </message>
    <message>
        <location filename="../../app/documents/contract.py"/>
        <source>établi le {day}</source>
        <translation>drawn up on {day}</translation>
    </message>
    <message>
        <location filename="../../app/domain/offer_text.py"/>
        <source> ; </source>
        <translation>; </translation>
    </message>
    <message>
        <location filename="../../app/ui/search_popup.py"/>
        <source>↑ ↓ pour choisir, Entrée pour ouvrir, Échap pour fermer</source>
        <translation>↑ ↓ to choose, Enter to open, Esc to close</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/statistics_series.py"/>
        <source>≤ 1 h</source>
        <translation>≤ 1 h</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/statistics_series.py"/>
        <source>≤ 10 min</source>
        <translation>≤ 10 min</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/statistics_series.py"/>
        <source>≤ 2 h</source>
        <translation>≤ 2 h</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/statistics_series.py"/>
        <source>≤ 30 min</source>
        <translation>≤ 30 min</translation>
    </message>
    <message>
        <location filename="../../app/ui/support/statistics_series.py"/>
        <source>≤ 4 h</source>
        <translation>≤ 4 h</translation>
    </message>
</context>
</TS>

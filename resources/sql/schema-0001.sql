-- A data folder of the first release (schema 0001): two machines, one person, three contracts.
PRAGMA foreign_keys = OFF;
BEGIN;
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
CREATE TABLE audit_entry (
	id CHAR(32) NOT NULL, 
	at VARCHAR(32) NOT NULL, 
	actor VARCHAR(200) NOT NULL, 
	type VARCHAR(40) NOT NULL, 
	row_id CHAR(32) NOT NULL, 
	action VARCHAR(10) NOT NULL, 
	changes JSON NOT NULL, 
	CONSTRAINT pk_audit_entry PRIMARY KEY (id)
);
CREATE TABLE local_setting (
	name VARCHAR(80) NOT NULL, 
	value TEXT NOT NULL, 
	CONSTRAINT pk_local_setting PRIMARY KEY (name)
);
CREATE TABLE organisation (
	name VARCHAR(300) NOT NULL, 
	legal_form VARCHAR(80) NOT NULL, 
	siren VARCHAR(9) NOT NULL, 
	siret VARCHAR(14) NOT NULL, 
	vat_number VARCHAR(20) NOT NULL, 
	address VARCHAR(500) NOT NULL, 
	postal_code VARCHAR(10) NOT NULL, 
	city VARCHAR(120) NOT NULL, 
	phone VARCHAR(40) NOT NULL, 
	email VARCHAR(254) NOT NULL, 
	iban VARCHAR(34) NOT NULL, 
	bic VARCHAR(11) NOT NULL, 
	headcount INTEGER, 
	micro_enterprise BOOLEAN, 
	representative VARCHAR(200) NOT NULL, 
	id CHAR(32) NOT NULL, 
	seq INTEGER, 
	created_at VARCHAR(32) NOT NULL, 
	updated_at VARCHAR(32) NOT NULL, 
	deleted_at VARCHAR(32), 
	CONSTRAINT pk_organisation PRIMARY KEY (id)
);
CREATE TABLE outbox (
	n INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	mutation CHAR(32) NOT NULL, 
	tx CHAR(32) NOT NULL, 
	op VARCHAR(10) NOT NULL, 
	type VARCHAR(40) NOT NULL, 
	row_id CHAR(32) NOT NULL, 
	base INTEGER, 
	changes JSON NOT NULL, 
	at VARCHAR(32) NOT NULL, 
	CONSTRAINT uq_outbox_mutation UNIQUE (mutation)
);
CREATE TABLE site (
	name VARCHAR(200) NOT NULL, 
	address VARCHAR(500) NOT NULL, 
	postal_code VARCHAR(10) NOT NULL, 
	city VARCHAR(120) NOT NULL, 
	phone VARCHAR(40) NOT NULL, 
	holiday_zone VARCHAR(32) NOT NULL, 
	id CHAR(32) NOT NULL, 
	seq INTEGER, 
	created_at VARCHAR(32) NOT NULL, 
	updated_at VARCHAR(32) NOT NULL, 
	deleted_at VARCHAR(32), 
	CONSTRAINT pk_site PRIMARY KEY (id)
);
CREATE TABLE contract (
	number VARCHAR(60) NOT NULL, 
	offer VARCHAR(80) NOT NULL, 
	kind VARCHAR(32) NOT NULL, 
	provider VARCHAR(200) NOT NULL, 
	offer_copy JSON NOT NULL, 
	status VARCHAR(32) NOT NULL, 
	start VARCHAR(10) NOT NULL, 
	commitment_months INTEGER NOT NULL, 
	device_kind VARCHAR(32), 
	follows_fleet BOOLEAN NOT NULL, 
	linked_contract_id CHAR(32), 
	site_id CHAR(32), 
	signed_on VARCHAR(10), 
	signed_place VARCHAR(120) NOT NULL, 
	ended_on VARCHAR(10), 
	notes TEXT NOT NULL, 
	provider_id VARCHAR(80) NOT NULL, 
	offer_name VARCHAR(200) NOT NULL, 
	offer_name_en VARCHAR(200) NOT NULL, 
	phone VARCHAR(40) NOT NULL, 
	renewal VARCHAR(32) NOT NULL, 
	renewal_months INTEGER, 
	notice_days INTEGER NOT NULL, 
	monthly INTEGER NOT NULL, 
	monthly_vat INTEGER NOT NULL, 
	id CHAR(32) NOT NULL, 
	seq INTEGER, 
	created_at VARCHAR(32) NOT NULL, 
	updated_at VARCHAR(32) NOT NULL, 
	deleted_at VARCHAR(32), 
	CONSTRAINT pk_contract PRIMARY KEY (id), 
	CONSTRAINT fk_contract_linked_contract_id_contract FOREIGN KEY(linked_contract_id) REFERENCES contract (id), 
	CONSTRAINT fk_contract_site_id_site FOREIGN KEY(site_id) REFERENCES site (id)
);
CREATE TABLE person (
	name VARCHAR(300) NOT NULL, 
	email VARCHAR(254) NOT NULL, 
	site_id CHAR(32), 
	active BOOLEAN NOT NULL, 
	id CHAR(32) NOT NULL, 
	seq INTEGER, 
	created_at VARCHAR(32) NOT NULL, 
	updated_at VARCHAR(32) NOT NULL, 
	deleted_at VARCHAR(32), 
	CONSTRAINT pk_person PRIMARY KEY (id), 
	CONSTRAINT fk_person_site_id_site FOREIGN KEY(site_id) REFERENCES site (id)
);
CREATE TABLE contract_line (
	contract_id CHAR(32) NOT NULL, 
	position INTEGER NOT NULL, 
	item VARCHAR(80) NOT NULL, 
	quantity INTEGER NOT NULL, 
	unit_price INTEGER NOT NULL, 
	id CHAR(32) NOT NULL, 
	seq INTEGER, 
	created_at VARCHAR(32) NOT NULL, 
	updated_at VARCHAR(32) NOT NULL, 
	deleted_at VARCHAR(32), 
	CONSTRAINT pk_contract_line PRIMARY KEY (id), 
	CONSTRAINT fk_contract_line_contract_id_contract FOREIGN KEY(contract_id) REFERENCES contract (id)
);
CREATE TABLE equipment (
	nr INTEGER NOT NULL, 
	id CHAR(32) NOT NULL, 
	designation VARCHAR(300) NOT NULL, 
	kind VARCHAR(32) NOT NULL, 
	manufacturer VARCHAR(200) NOT NULL, 
	model VARCHAR(200) NOT NULL, 
	serial VARCHAR(200) NOT NULL, 
	inventory_number VARCHAR(100) NOT NULL, 
	condition VARCHAR(32) NOT NULL, 
	ownership VARCHAR(32) NOT NULL, 
	status VARCHAR(32) NOT NULL, 
	site_id CHAR(32), 
	contract_id CHAR(32), 
	os_name VARCHAR(120) NOT NULL, 
	os_version VARCHAR(120) NOT NULL, 
	specs TEXT NOT NULL, 
	teamviewer_id VARCHAR(40) NOT NULL, 
	licence_number VARCHAR(120) NOT NULL, 
	purchase_date VARCHAR(10), 
	purchase_price INTEGER, 
	warranty_end VARCHAR(10), 
	notes TEXT NOT NULL, 
	person_id CHAR(32), 
	search TEXT NOT NULL, 
	designation_key VARCHAR(300) NOT NULL, 
	manufacturer_key VARCHAR(200) NOT NULL, 
	model_key VARCHAR(200) NOT NULL, 
	serial_key VARCHAR(200) NOT NULL, 
	inventory_key VARCHAR(100) NOT NULL, 
	site_key VARCHAR(200) NOT NULL, 
	person_key VARCHAR(300) NOT NULL, 
	contract_key VARCHAR(60) NOT NULL, 
	seq INTEGER, 
	created_at VARCHAR(32) NOT NULL, 
	updated_at VARCHAR(32) NOT NULL, 
	deleted_at VARCHAR(32), 
	CONSTRAINT pk_equipment PRIMARY KEY (nr), 
	CONSTRAINT fk_equipment_contract_id_contract FOREIGN KEY(contract_id) REFERENCES contract (id), 
	CONSTRAINT fk_equipment_person_id_person FOREIGN KEY(person_id) REFERENCES person (id), 
	CONSTRAINT fk_equipment_site_id_site FOREIGN KEY(site_id) REFERENCES site (id), 
	CONSTRAINT uq_equipment_id UNIQUE (id)
);
CREATE TABLE resignation (
	contract_id CHAR(32) NOT NULL, 
	channel VARCHAR(32) NOT NULL, 
	reason TEXT NOT NULL, 
	recipient_address TEXT NOT NULL, 
	notice_received VARCHAR(10) NOT NULL, 
	effective_date VARCHAR(10) NOT NULL, 
	send_by VARCHAR(10), 
	status VARCHAR(32) NOT NULL, 
	sent_on VARCHAR(10), 
	received_on VARCHAR(10), 
	confirmed_on VARCHAR(10), 
	tracking_number VARCHAR(80) NOT NULL, 
	id CHAR(32) NOT NULL, 
	seq INTEGER, 
	created_at VARCHAR(32) NOT NULL, 
	updated_at VARCHAR(32) NOT NULL, 
	deleted_at VARCHAR(32), 
	CONSTRAINT pk_resignation PRIMARY KEY (id), 
	CONSTRAINT fk_resignation_contract_id_contract FOREIGN KEY(contract_id) REFERENCES contract (id)
);
CREATE TABLE assignment (
	equipment_id CHAR(32) NOT NULL, 
	person_id CHAR(32) NOT NULL, 
	from_day VARCHAR(10) NOT NULL, 
	to_day VARCHAR(10), 
	id CHAR(32) NOT NULL, 
	seq INTEGER, 
	created_at VARCHAR(32) NOT NULL, 
	updated_at VARCHAR(32) NOT NULL, 
	deleted_at VARCHAR(32), 
	CONSTRAINT pk_assignment PRIMARY KEY (id), 
	CONSTRAINT fk_assignment_equipment_id_equipment FOREIGN KEY(equipment_id) REFERENCES equipment (id), 
	CONSTRAINT fk_assignment_person_id_person FOREIGN KEY(person_id) REFERENCES person (id)
);
CREATE TABLE document (
	kind VARCHAR(40) NOT NULL, 
	title VARCHAR(300) NOT NULL, 
	file_name VARCHAR(255) NOT NULL, 
	media_type VARCHAR(100) NOT NULL, 
	sha256 VARCHAR(64) NOT NULL, 
	size INTEGER NOT NULL, 
	contract_id CHAR(32), 
	equipment_id CHAR(32), 
	id CHAR(32) NOT NULL, 
	seq INTEGER, 
	created_at VARCHAR(32) NOT NULL, 
	updated_at VARCHAR(32) NOT NULL, 
	deleted_at VARCHAR(32), 
	CONSTRAINT pk_document PRIMARY KEY (id), 
	CONSTRAINT fk_document_contract_id_contract FOREIGN KEY(contract_id) REFERENCES contract (id), 
	CONSTRAINT fk_document_equipment_id_equipment FOREIGN KEY(equipment_id) REFERENCES equipment (id)
);
CREATE TABLE support_request (
	number VARCHAR(60) NOT NULL, 
	subject VARCHAR(300) NOT NULL, 
	description TEXT NOT NULL, 
	urgency VARCHAR(32) NOT NULL, 
	channel VARCHAR(20) NOT NULL, 
	status VARCHAR(32) NOT NULL, 
	equipment_id CHAR(32), 
	contract_id CHAR(32), 
	opened_at VARCHAR(32) NOT NULL, 
	closed_at VARCHAR(32), 
	id CHAR(32) NOT NULL, 
	seq INTEGER, 
	created_at VARCHAR(32) NOT NULL, 
	updated_at VARCHAR(32) NOT NULL, 
	deleted_at VARCHAR(32), 
	CONSTRAINT pk_support_request PRIMARY KEY (id), 
	CONSTRAINT fk_support_request_contract_id_contract FOREIGN KEY(contract_id) REFERENCES contract (id), 
	CONSTRAINT fk_support_request_equipment_id_equipment FOREIGN KEY(equipment_id) REFERENCES equipment (id), 
	CONSTRAINT uq_support_request_number UNIQUE (number)
);
CREATE TABLE intervention (
	request_id CHAR(32) NOT NULL, 
	technician VARCHAR(200) NOT NULL, 
	kind VARCHAR(32) NOT NULL, 
	started_at VARCHAR(32) NOT NULL, 
	ended_at VARCHAR(32), 
	report TEXT NOT NULL, 
	minutes INTEGER NOT NULL, 
	id CHAR(32) NOT NULL, 
	seq INTEGER, 
	created_at VARCHAR(32) NOT NULL, 
	updated_at VARCHAR(32) NOT NULL, 
	deleted_at VARCHAR(32), 
	CONSTRAINT pk_intervention PRIMARY KEY (id), 
	CONSTRAINT fk_intervention_request_id_support_request FOREIGN KEY(request_id) REFERENCES support_request (id)
);
CREATE TABLE rating (
	request_id CHAR(32) NOT NULL, 
	value VARCHAR(32) NOT NULL, 
	comment TEXT NOT NULL, 
	origin VARCHAR(20) NOT NULL, 
	rated_at VARCHAR(32) NOT NULL, 
	id CHAR(32) NOT NULL, 
	seq INTEGER, 
	created_at VARCHAR(32) NOT NULL, 
	updated_at VARCHAR(32) NOT NULL, 
	deleted_at VARCHAR(32), 
	CONSTRAINT pk_rating PRIMARY KEY (id), 
	CONSTRAINT fk_rating_request_id_support_request FOREIGN KEY(request_id) REFERENCES support_request (id), 
	CONSTRAINT uq_rating_request_id UNIQUE (request_id)
);
INSERT INTO alembic_version VALUES('0001');
INSERT INTO audit_entry VALUES('01a2043e04e175759d2d963a99cccc35','2026-11-22T10:00:00.000000+00:00','Claire Morel','organisation','01a2043e04de77f3855a51bf62fa087a','created','{"name": [null, "Pressing des Tilleuls"], "legal_form": [null, ""], "siren": [null, "732829320"], "siret": [null, ""], "vat_number": [null, ""], "address": [null, ""], "postal_code": [null, ""], "city": [null, "Annecy"], "phone": [null, ""], "email": [null, ""], "iban": [null, ""], "bic": [null, ""], "headcount": [null, null], "micro_enterprise": [null, null], "representative": [null, ""]}');
INSERT INTO audit_entry VALUES('01a2043e04e570bca0e1beafaa117418','2026-11-22T10:00:00.000000+00:00','Claire Morel','site','01a2043e04e4768e840ced46a22ea188','created','{"name": [null, "Centre"], "address": [null, ""], "postal_code": [null, ""], "city": [null, ""], "phone": [null, ""], "holiday_zone": [null, "mainland"]}');
INSERT INTO audit_entry VALUES('01a2043e04e971888000d4cc0c3396aa','2026-11-22T10:00:00.000000+00:00','Claire Morel','person','01a2043e04e877f5a5fa5ed5b2bc8cb9','created','{"name": [null, "\u00c9lodie Garnier"], "email": [null, ""], "site_id": [null, null], "active": [null, true]}');
INSERT INTO audit_entry VALUES('01a2043e050675c18fc893c01948666c','2026-11-22T10:00:00.000000+00:00','Claire Morel','equipment','01a2043e050475899adc75da8481826f','created','{"designation": [null, "Caisse du comptoir"], "kind": [null, "till"], "manufacturer": [null, ""], "model": [null, ""], "serial": [null, "ABC-123"], "inventory_number": [null, ""], "condition": [null, "new"], "ownership": [null, "owned"], "status": [null, "in_stock"], "site_id": [null, "01a2043e-04e4-768e-840c-ed46a22ea188"], "contract_id": [null, null], "os_name": [null, ""], "os_version": [null, ""], "specs": [null, ""], "teamviewer_id": [null, ""], "licence_number": [null, ""], "purchase_date": [null, null], "purchase_price": [null, null], "warranty_end": [null, null], "notes": [null, ""]}');
INSERT INTO audit_entry VALUES('01a2043e050d70c994ca1ab0efd8aea7','2026-11-22T10:00:00.000000+00:00','Claire Morel','equipment','01a2043e050c72a78b21f261dee050da','created','{"designation": [null, "Poste de l\u2019atelier"], "kind": [null, "computer"], "manufacturer": [null, ""], "model": [null, ""], "serial": [null, ""], "inventory_number": [null, ""], "condition": [null, "new"], "ownership": [null, "owned"], "status": [null, "in_stock"], "site_id": [null, null], "contract_id": [null, null], "os_name": [null, ""], "os_version": [null, ""], "specs": [null, ""], "teamviewer_id": [null, ""], "licence_number": [null, ""], "purchase_date": [null, null], "purchase_price": [null, null], "warranty_end": [null, null], "notes": [null, ""]}');
INSERT INTO audit_entry VALUES('01a2043e051b76c89acdcf898187f736','2026-11-22T10:00:00.000000+00:00','Claire Morel','assignment','01a2043e051873eb8f4345deec076e2a','created','{"equipment_id": [null, "01a2043e-050c-72a7-8b21-f261dee050da"], "person_id": [null, "01a2043e-04e8-77f5-a5fa-5ed5b2bc8cb9"], "start": [null, "2026-11-22"], "end": [null, null]}');
INSERT INTO audit_entry VALUES('01a2043e051b76c89acdcf8aac6d4afc','2026-11-22T10:00:00.000000+00:00','Claire Morel','equipment','01a2043e050c72a78b21f261dee050da','changed','{"status": ["in_stock", "in_use"]}');
INSERT INTO audit_entry VALUES('01a2043e055070bdb790f94d57b60919','2026-11-22T10:00:00.000000+00:00','Claire Morel','contract','01a2043e054d76119ae15a1f95e83863','created','{"number": [null, "C26-A-0001"], "offer": [null, "gesticlean-support"], "kind": [null, "software_support"], "provider": [null, "Inforum"], "offer_copy": [null, {"id": "gesticlean-support", "version": 1, "kind": "software_support", "name": {"fr": "Contrat de support GestiClean", "en": "GestiClean support contract"}, "effective_from": "2022-06-01", "currency": "EUR", "vat_rate": "0.20", "provider": {"id": "inforum", "name": "Inforum", "legal_form": "SARL", "address": ["115 avenue Pasteur", "74800 La Roche-sur-Foron"], "email": "info@inforum.io", "phone": "+33 4 50 37 15 29"}, "pricing": {"unit": "licence", "unit_label": {"fr": "Licence GestiClean sous contrat de support", "en": "GestiClean licence under support contract"}, "tier_mode": "volume", "tiers": [{"from": 1, "unit_price": "33.00"}, {"from": 2, "unit_price": "27.50"}, {"from": 6, "unit_price": "23.00"}], "quote_required": false, "quantity_follows": null, "firm_during_commitment": false}, "options": [{"id": "conveyor_link", "label": {"fr": "Liaison convoyeur", "en": "Conveyor link"}, "price": "21.00", "per": "contract", "excludes": ["conveyor_and_arm_link"], "conditions": [], "backup": null}, {"id": "conveyor_and_arm_link", "label": {"fr": "Liaison convoyeur et bras de restitution", "en": "Conveyor and return arm link"}, "price": "23.00", "per": "contract", "excludes": ["conveyor_link"], "conditions": [], "backup": null}, {"id": "automatic_backup", "label": {"fr": "Sauvegardes automatiques des donn\u00e9es", "en": "Automatic data backup"}, "price": "11.00", "per": "licence", "excludes": [], "conditions": [{"fr": "un poste sous Windows 10 ou une version plus r\u00e9cente", "en": "a PC running Windows 10 or later"}, {"fr": "une connexion \u00e0 internet stable", "en": "a stable internet connection"}], "backup": {"windows_build_min": 10240, "probe_days": 7, "probes_min": 20, "answered_share_min": "0.95", "gap_hours_max": 24, "good_hours": 26, "late_hours": 72}}], "included": [{"fr": "les r\u00e9ponses du service technique aux questions d\u2019utilisation du logiciel", "en": "answers from technical support to questions about using the software"}, {"fr": "la maintenance corrective et \u00e9volutive, au cours des interventions", "en": "corrective and adaptive maintenance, during interventions"}, {"fr": "les mises \u00e0 jour automatiques du logiciel", "en": "automatic updates of the software"}], "term": {"commitment_months": 12, "allowed_months": [], "months_from_quote": false, "by_device": {}, "renewal": "tacit", "renewal_months": 12, "notice_days": 0, "notice_counts_from": "receipt", "billing_anchor": "contract_start"}, "billing": {"month_begun_due": true, "due_without_use": true, "continues_during_repair": false}, "resignation": {"clause": "Engagement & R\u00e9siliation", "channels": ["post", "email"], "address": [], "email": "", "confirmation_call": true}, "support": {"phone": "+33 4 50 37 15 29", "time_zone": "Europe/Paris", "hours": [{"days": ["monday", "tuesday", "wednesday", "thursday", "friday"], "opens": "09:00:00", "closes": "12:00:00"}, {"days": ["monday", "tuesday", "wednesday", "thursday", "friday"], "opens": "14:00:00", "closes": "18:00:00"}], "closed_on_public_holidays": true, "closed_on_bridge_days": true, "bridge_days": [], "first_response_minutes": 60, "first_response_promised": false, "call_back_order": ["blocked", "degraded", "question"], "appointments": true, "remote_tool": "TeamViewer", "unlimited": false}, "rating": {"after": ["remote", "on_site"], "by_email": true}, "off_contract": {"hourly_rate": "90.00", "increment_minutes": 30, "version_update": "145.00"}, "rental": null, "managed": null, "documents": {"electronic_signature": false, "not_an_invoice": true}}], "status": [null, "active"], "start": [null, "2026-01-31"], "commitment_months": [null, 12], "device_kind": [null, null], "follows_fleet": [null, false], "linked_contract_id": [null, null], "site_id": [null, null], "signed_on": [null, null], "signed_place": [null, ""], "ended_on": [null, null], "notes": [null, ""]}');
INSERT INTO audit_entry VALUES('01a2043e055373b6a2b34353e623d492','2026-11-22T10:00:00.000000+00:00','Claire Morel','contract_line','01a2043e0551743b8eef549e510825b2','created','{"contract_id": [null, "01a2043e-054d-7611-9ae1-5a1f95e83863"], "position": [null, 0], "item": [null, "licence"], "quantity": [null, 2], "unit_price": [null, "27.50"]}');
INSERT INTO audit_entry VALUES('01a2043e055373b6a2b34354b2f669a3','2026-11-22T10:00:00.000000+00:00','Claire Morel','contract_line','01a2043e0551743b8eef549f3b13f423','created','{"contract_id": [null, "01a2043e-054d-7611-9ae1-5a1f95e83863"], "position": [null, 1], "item": [null, "conveyor_link"], "quantity": [null, 1], "unit_price": [null, "21.00"]}');
INSERT INTO audit_entry VALUES('01a2043e055373b6a2b34355006e499d','2026-11-22T10:00:00.000000+00:00','Claire Morel','contract_line','01a2043e0551743b8eef54a0fc37212e','created','{"contract_id": [null, "01a2043e-054d-7611-9ae1-5a1f95e83863"], "position": [null, 2], "item": [null, "automatic_backup"], "quantity": [null, 2], "unit_price": [null, "11.00"]}');
INSERT INTO audit_entry VALUES('01a2043e055f74a697a8cd1c3f8ed938','2026-11-22T10:00:00.000000+00:00','Claire Morel','contract','01a2043e055d71609375bb65549bb3f6','created','{"number": [null, "C26-A-0002"], "offer": [null, "commown-rental"], "kind": [null, "rental"], "provider": [null, "Commown"], "offer_copy": [null, {"id": "commown-rental", "version": 1, "kind": "rental", "name": {"fr": "Location d\u2019ordinateurs Commown", "en": "Commown computer rental"}, "effective_from": null, "currency": "EUR", "vat_rate": "0.20", "provider": {"id": "commown", "name": "Commown", "legal_form": "Coop\u00e9rative", "address": [], "email": "", "phone": ""}, "pricing": {"unit": "computer", "unit_label": {"fr": "Ordinateur en location Commown", "en": "Computer rented from Commown"}, "tier_mode": "volume", "tiers": [{"from": 1, "unit_price": "45.00"}], "quote_required": false, "quantity_follows": null, "firm_during_commitment": false}, "options": [], "included": [{"fr": "la mise \u00e0 disposition des ordinateurs d\u00e9sign\u00e9s au contrat", "en": "the use of the computers named in the contract"}], "term": {"commitment_months": 12, "allowed_months": [], "months_from_quote": true, "by_device": {}, "renewal": "open_ended", "renewal_months": null, "notice_days": 15, "notice_counts_from": "receipt", "billing_anchor": "contract_start"}, "billing": {"month_begun_due": true, "due_without_use": false, "continues_during_repair": true}, "resignation": {"clause": "Dur\u00e9e d\u2019engagement", "channels": ["post", "email"], "address": [], "email": "", "confirmation_call": false}, "support": null, "rating": null, "off_contract": null, "rental": {"eligibility": [], "eligibility_review": false, "delivery": null, "cover": [], "excess": null, "shipping_charged": null, "assignment_free": false, "end_of_rental": [], "buy_back": false, "software_preinstalled": null}, "managed": null, "documents": {"electronic_signature": false, "not_an_invoice": true}}], "status": [null, "active"], "start": [null, "2025-03-10"], "commitment_months": [null, 12], "device_kind": [null, "computer"], "follows_fleet": [null, false], "linked_contract_id": [null, null], "site_id": [null, null], "signed_on": [null, null], "signed_place": [null, ""], "ended_on": [null, null], "notes": [null, ""]}');
INSERT INTO audit_entry VALUES('01a2043e0560710eb549e2b4872c2d21','2026-11-22T10:00:00.000000+00:00','Claire Morel','contract_line','01a2043e0560710eb549e2b2dcb60542','created','{"contract_id": [null, "01a2043e-055d-7160-9375-bb65549bb3f6"], "position": [null, 0], "item": [null, "computer"], "quantity": [null, 4], "unit_price": [null, "45.00"]}');
INSERT INTO audit_entry VALUES('01a2043e056b712997d0f1f2bdfd0962','2026-11-22T10:00:00.000000+00:00','Claire Morel','contract','01a2043e056a77c3b22dcaafe4aa90c0','created','{"number": [null, "C26-A-0003"], "offer": [null, "commown-managed"], "kind": [null, "managed_it"], "provider": [null, "Commown"], "offer_copy": [null, {"id": "commown-managed", "version": 1, "kind": "managed_it", "name": {"fr": "Infog\u00e9rance informatique Commown", "en": "Commown managed IT"}, "effective_from": null, "currency": "EUR", "vat_rate": "0.20", "provider": {"id": "commown", "name": "Commown", "legal_form": "Coop\u00e9rative", "address": [], "email": "", "phone": ""}, "pricing": {"unit": "computer", "unit_label": {"fr": "Ordinateur sous infog\u00e9rance", "en": "Computer under managed IT"}, "tier_mode": "volume", "tiers": [{"from": 1, "unit_price": "12.00"}], "quote_required": false, "quantity_follows": "rented_computers", "firm_during_commitment": true}, "options": [], "included": [], "term": {"commitment_months": 12, "allowed_months": [], "months_from_quote": false, "by_device": {}, "renewal": "open_ended", "renewal_months": null, "notice_days": 15, "notice_counts_from": "receipt", "billing_anchor": "contract_start"}, "billing": {"month_begun_due": true, "due_without_use": false, "continues_during_repair": true}, "resignation": {"clause": "1.3. Dur\u00e9e d\u2019engagement", "channels": ["post", "email"], "address": [], "email": "", "confirmation_call": false}, "support": null, "rating": null, "off_contract": null, "rental": null, "managed": {"tied_to": "rental", "only_services_in_quote": true, "services": [{"id": "configuration_profile", "label": {"fr": "Profil de configuration", "en": "Configuration profile"}, "description": {"fr": "profils d\u2019administration et d\u2019utilisation, logiciels, raccourcis du navigateur, r\u00e9seau Wi-Fi et VPN, arr\u00eat\u00e9s avec le client", "en": "administrator and user profiles, software, browser shortcuts, Wi-Fi and VPN, settled with the customer"}}, {"id": "unlimited_support", "label": {"fr": "Assistance illimit\u00e9e", "en": "Unlimited support"}, "description": {"fr": "par e-mail, t\u00e9l\u00e9phone, visioconf\u00e9rence et prise de contr\u00f4le \u00e0 distance", "en": "by e-mail, phone, video call and remote control"}}, {"id": "account_creation", "label": {"fr": "Cr\u00e9ation des comptes", "en": "Account creation"}, "description": {"fr": "les comptes et les r\u00e9glages propres \u00e0 chaque utilisateur", "en": "the accounts and settings of each user"}}, {"id": "preparation", "label": {"fr": "Pr\u00e9paration avant livraison", "en": "Preparation before delivery"}, "description": {"fr": "profils, logiciels, comptes et r\u00e9seau Wi-Fi en place \u00e0 l\u2019arriv\u00e9e de l\u2019appareil", "en": "profiles, software, accounts and Wi-Fi in place when the device arrives"}}, {"id": "user_change", "label": {"fr": "Changement d\u2019utilisateur", "en": "Change of user"}, "description": {"fr": "reconfiguration du poste, \u00e0 distance autant que possible", "en": "the computer set up anew, remotely wherever possible"}}, {"id": "on_site_visit", "label": {"fr": "Intervention sur place", "en": "On-site visit"}, "description": null}], "services_due": null, "on_site_visit": {"per_contract_year": 1, "minimum_contracts": 10, "cities": ["Paris", "Strasbourg"]}}, "documents": {"electronic_signature": false, "not_an_invoice": true}}], "status": [null, "active"], "start": [null, "2025-03-10"], "commitment_months": [null, 12], "device_kind": [null, null], "follows_fleet": [null, true], "linked_contract_id": [null, "01a2043e-055d-7160-9375-bb65549bb3f6"], "site_id": [null, null], "signed_on": [null, null], "signed_place": [null, ""], "ended_on": [null, null], "notes": [null, ""]}');
INSERT INTO audit_entry VALUES('01a2043e056d7583b8c035e669a271f9','2026-11-22T10:00:00.000000+00:00','Claire Morel','contract_line','01a2043e056c737c93be91c1978578d6','created','{"contract_id": [null, "01a2043e-056a-77c3-b22d-caafe4aa90c0"], "position": [null, 0], "item": [null, "computer"], "quantity": [null, 4], "unit_price": [null, "12.00"]}');
INSERT INTO local_setting VALUES('number:C26-A','3');
INSERT INTO organisation VALUES('Pressing des Tilleuls','','732829320','','','','','Annecy','','','','',NULL,NULL,'','01a2043e04de77f3855a51bf62fa087a',NULL,'2026-11-22T10:00:00.000000+00:00','2026-11-22T10:00:00.000000+00:00',NULL);
INSERT INTO outbox VALUES(1,'01a2043e04df75319f519699eb3d6cc7','01a2043e04db70e9ab570f70d88e9e32','put','organisation','01a2043e04de77f3855a51bf62fa087a',NULL,'{"name": "Pressing des Tilleuls", "legal_form": "", "siren": "732829320", "siret": "", "vat_number": "", "address": "", "postal_code": "", "city": "Annecy", "phone": "", "email": "", "iban": "", "bic": "", "headcount": null, "micro_enterprise": null, "representative": ""}','2026-11-22T10:00:00.000000+00:00');
INSERT INTO outbox VALUES(2,'01a2043e04e570bca0e1beae713e9fe4','01a2043e04e377cba742f80ac3811db0','put','site','01a2043e04e4768e840ced46a22ea188',NULL,'{"name": "Centre", "address": "", "postal_code": "", "city": "", "phone": "", "holiday_zone": "mainland"}','2026-11-22T10:00:00.000000+00:00');
INSERT INTO outbox VALUES(3,'01a2043e04e877f5a5fa5ed606431409','01a2043e04e6708aa7070b4ee2ee0b55','put','person','01a2043e04e877f5a5fa5ed5b2bc8cb9',NULL,'{"name": "\u00c9lodie Garnier", "email": "", "site_id": null, "active": true}','2026-11-22T10:00:00.000000+00:00');
INSERT INTO outbox VALUES(4,'01a2043e050675c18fc893bf4e8aaa13','01a2043e04ff73b69daddb1f2c3fb6d3','put','equipment','01a2043e050475899adc75da8481826f',NULL,'{"designation": "Caisse du comptoir", "kind": "till", "manufacturer": "", "model": "", "serial": "ABC-123", "inventory_number": "", "condition": "new", "ownership": "owned", "status": "in_stock", "site_id": "01a2043e-04e4-768e-840c-ed46a22ea188", "contract_id": null, "os_name": "", "os_version": "", "specs": "", "teamviewer_id": "", "licence_number": "", "purchase_date": null, "purchase_price": null, "warranty_end": null, "notes": ""}','2026-11-22T10:00:00.000000+00:00');
INSERT INTO outbox VALUES(5,'01a2043e050d70c994ca1aaf079ce33c','01a2043e050a77a19b3aa0922bed3ab3','put','equipment','01a2043e050c72a78b21f261dee050da',NULL,'{"designation": "Poste de l\u2019atelier", "kind": "computer", "manufacturer": "", "model": "", "serial": "", "inventory_number": "", "condition": "new", "ownership": "owned", "status": "in_stock", "site_id": null, "contract_id": null, "os_name": "", "os_version": "", "specs": "", "teamviewer_id": "", "licence_number": "", "purchase_date": null, "purchase_price": null, "warranty_end": null, "notes": ""}','2026-11-22T10:00:00.000000+00:00');
INSERT INTO outbox VALUES(6,'01a2043e051a707887054599a7db4aed','01a2043e050f74a0af45fa88deed6b98','put','assignment','01a2043e051873eb8f4345deec076e2a',NULL,'{"equipment_id": "01a2043e-050c-72a7-8b21-f261dee050da", "person_id": "01a2043e-04e8-77f5-a5fa-5ed5b2bc8cb9", "start": "2026-11-22", "end": null}','2026-11-22T10:00:00.000000+00:00');
INSERT INTO outbox VALUES(7,'01a2043e051a70788705459a44877d96','01a2043e050f74a0af45fa88deed6b98','patch','equipment','01a2043e050c72a78b21f261dee050da',NULL,'{"status": "in_use"}','2026-11-22T10:00:00.000000+00:00');
INSERT INTO outbox VALUES(8,'01a2043e054f70b9b9dc1aa68b9e0f43','01a2043e054070a5be4e52cdff55ccae','put','contract','01a2043e054d76119ae15a1f95e83863',NULL,'{"number": "C26-A-0001", "offer": "gesticlean-support", "kind": "software_support", "provider": "Inforum", "offer_copy": {"id": "gesticlean-support", "version": 1, "kind": "software_support", "name": {"fr": "Contrat de support GestiClean", "en": "GestiClean support contract"}, "effective_from": "2022-06-01", "currency": "EUR", "vat_rate": "0.20", "provider": {"id": "inforum", "name": "Inforum", "legal_form": "SARL", "address": ["115 avenue Pasteur", "74800 La Roche-sur-Foron"], "email": "info@inforum.io", "phone": "+33 4 50 37 15 29"}, "pricing": {"unit": "licence", "unit_label": {"fr": "Licence GestiClean sous contrat de support", "en": "GestiClean licence under support contract"}, "tier_mode": "volume", "tiers": [{"from": 1, "unit_price": "33.00"}, {"from": 2, "unit_price": "27.50"}, {"from": 6, "unit_price": "23.00"}], "quote_required": false, "quantity_follows": null, "firm_during_commitment": false}, "options": [{"id": "conveyor_link", "label": {"fr": "Liaison convoyeur", "en": "Conveyor link"}, "price": "21.00", "per": "contract", "excludes": ["conveyor_and_arm_link"], "conditions": [], "backup": null}, {"id": "conveyor_and_arm_link", "label": {"fr": "Liaison convoyeur et bras de restitution", "en": "Conveyor and return arm link"}, "price": "23.00", "per": "contract", "excludes": ["conveyor_link"], "conditions": [], "backup": null}, {"id": "automatic_backup", "label": {"fr": "Sauvegardes automatiques des donn\u00e9es", "en": "Automatic data backup"}, "price": "11.00", "per": "licence", "excludes": [], "conditions": [{"fr": "un poste sous Windows 10 ou une version plus r\u00e9cente", "en": "a PC running Windows 10 or later"}, {"fr": "une connexion \u00e0 internet stable", "en": "a stable internet connection"}], "backup": {"windows_build_min": 10240, "probe_days": 7, "probes_min": 20, "answered_share_min": "0.95", "gap_hours_max": 24, "good_hours": 26, "late_hours": 72}}], "included": [{"fr": "les r\u00e9ponses du service technique aux questions d\u2019utilisation du logiciel", "en": "answers from technical support to questions about using the software"}, {"fr": "la maintenance corrective et \u00e9volutive, au cours des interventions", "en": "corrective and adaptive maintenance, during interventions"}, {"fr": "les mises \u00e0 jour automatiques du logiciel", "en": "automatic updates of the software"}], "term": {"commitment_months": 12, "allowed_months": [], "months_from_quote": false, "by_device": {}, "renewal": "tacit", "renewal_months": 12, "notice_days": 0, "notice_counts_from": "receipt", "billing_anchor": "contract_start"}, "billing": {"month_begun_due": true, "due_without_use": true, "continues_during_repair": false}, "resignation": {"clause": "Engagement & R\u00e9siliation", "channels": ["post", "email"], "address": [], "email": "", "confirmation_call": true}, "support": {"phone": "+33 4 50 37 15 29", "time_zone": "Europe/Paris", "hours": [{"days": ["monday", "tuesday", "wednesday", "thursday", "friday"], "opens": "09:00:00", "closes": "12:00:00"}, {"days": ["monday", "tuesday", "wednesday", "thursday", "friday"], "opens": "14:00:00", "closes": "18:00:00"}], "closed_on_public_holidays": true, "closed_on_bridge_days": true, "bridge_days": [], "first_response_minutes": 60, "first_response_promised": false, "call_back_order": ["blocked", "degraded", "question"], "appointments": true, "remote_tool": "TeamViewer", "unlimited": false}, "rating": {"after": ["remote", "on_site"], "by_email": true}, "off_contract": {"hourly_rate": "90.00", "increment_minutes": 30, "version_update": "145.00"}, "rental": null, "managed": null, "documents": {"electronic_signature": false, "not_an_invoice": true}}, "status": "active", "start": "2026-01-31", "commitment_months": 12, "device_kind": null, "follows_fleet": false, "linked_contract_id": null, "site_id": null, "signed_on": null, "signed_place": "", "ended_on": null, "notes": ""}','2026-11-22T10:00:00.000000+00:00');
INSERT INTO outbox VALUES(9,'01a2043e055275fbbf2d3a91a886dfbb','01a2043e054070a5be4e52cdff55ccae','put','contract_line','01a2043e0551743b8eef549e510825b2',NULL,'{"contract_id": "01a2043e-054d-7611-9ae1-5a1f95e83863", "position": 0, "item": "licence", "quantity": 2, "unit_price": "27.50"}','2026-11-22T10:00:00.000000+00:00');
INSERT INTO outbox VALUES(10,'01a2043e055275fbbf2d3a92783b38b4','01a2043e054070a5be4e52cdff55ccae','put','contract_line','01a2043e0551743b8eef549f3b13f423',NULL,'{"contract_id": "01a2043e-054d-7611-9ae1-5a1f95e83863", "position": 1, "item": "conveyor_link", "quantity": 1, "unit_price": "21.00"}','2026-11-22T10:00:00.000000+00:00');
INSERT INTO outbox VALUES(11,'01a2043e055275fbbf2d3a937a2bf563','01a2043e054070a5be4e52cdff55ccae','put','contract_line','01a2043e0551743b8eef54a0fc37212e',NULL,'{"contract_id": "01a2043e-054d-7611-9ae1-5a1f95e83863", "position": 2, "item": "automatic_backup", "quantity": 2, "unit_price": "11.00"}','2026-11-22T10:00:00.000000+00:00');
INSERT INTO outbox VALUES(12,'01a2043e055e74798950114d6c1311c1','01a2043e055b755c9d8aba9f235110f1','put','contract','01a2043e055d71609375bb65549bb3f6',NULL,'{"number": "C26-A-0002", "offer": "commown-rental", "kind": "rental", "provider": "Commown", "offer_copy": {"id": "commown-rental", "version": 1, "kind": "rental", "name": {"fr": "Location d\u2019ordinateurs Commown", "en": "Commown computer rental"}, "effective_from": null, "currency": "EUR", "vat_rate": "0.20", "provider": {"id": "commown", "name": "Commown", "legal_form": "Coop\u00e9rative", "address": [], "email": "", "phone": ""}, "pricing": {"unit": "computer", "unit_label": {"fr": "Ordinateur en location Commown", "en": "Computer rented from Commown"}, "tier_mode": "volume", "tiers": [{"from": 1, "unit_price": "45.00"}], "quote_required": false, "quantity_follows": null, "firm_during_commitment": false}, "options": [], "included": [{"fr": "la mise \u00e0 disposition des ordinateurs d\u00e9sign\u00e9s au contrat", "en": "the use of the computers named in the contract"}], "term": {"commitment_months": 12, "allowed_months": [], "months_from_quote": true, "by_device": {}, "renewal": "open_ended", "renewal_months": null, "notice_days": 15, "notice_counts_from": "receipt", "billing_anchor": "contract_start"}, "billing": {"month_begun_due": true, "due_without_use": false, "continues_during_repair": true}, "resignation": {"clause": "Dur\u00e9e d\u2019engagement", "channels": ["post", "email"], "address": [], "email": "", "confirmation_call": false}, "support": null, "rating": null, "off_contract": null, "rental": {"eligibility": [], "eligibility_review": false, "delivery": null, "cover": [], "excess": null, "shipping_charged": null, "assignment_free": false, "end_of_rental": [], "buy_back": false, "software_preinstalled": null}, "managed": null, "documents": {"electronic_signature": false, "not_an_invoice": true}}, "status": "active", "start": "2025-03-10", "commitment_months": 12, "device_kind": "computer", "follows_fleet": false, "linked_contract_id": null, "site_id": null, "signed_on": null, "signed_place": "", "ended_on": null, "notes": ""}','2026-11-22T10:00:00.000000+00:00');
INSERT INTO outbox VALUES(13,'01a2043e0560710eb549e2b3503572f6','01a2043e055b755c9d8aba9f235110f1','put','contract_line','01a2043e0560710eb549e2b2dcb60542',NULL,'{"contract_id": "01a2043e-055d-7160-9375-bb65549bb3f6", "position": 0, "item": "computer", "quantity": 4, "unit_price": "45.00"}','2026-11-22T10:00:00.000000+00:00');
INSERT INTO outbox VALUES(14,'01a2043e056b712997d0f1f16151f204','01a2043e056476798d992b698769d9f7','put','contract','01a2043e056a77c3b22dcaafe4aa90c0',NULL,'{"number": "C26-A-0003", "offer": "commown-managed", "kind": "managed_it", "provider": "Commown", "offer_copy": {"id": "commown-managed", "version": 1, "kind": "managed_it", "name": {"fr": "Infog\u00e9rance informatique Commown", "en": "Commown managed IT"}, "effective_from": null, "currency": "EUR", "vat_rate": "0.20", "provider": {"id": "commown", "name": "Commown", "legal_form": "Coop\u00e9rative", "address": [], "email": "", "phone": ""}, "pricing": {"unit": "computer", "unit_label": {"fr": "Ordinateur sous infog\u00e9rance", "en": "Computer under managed IT"}, "tier_mode": "volume", "tiers": [{"from": 1, "unit_price": "12.00"}], "quote_required": false, "quantity_follows": "rented_computers", "firm_during_commitment": true}, "options": [], "included": [], "term": {"commitment_months": 12, "allowed_months": [], "months_from_quote": false, "by_device": {}, "renewal": "open_ended", "renewal_months": null, "notice_days": 15, "notice_counts_from": "receipt", "billing_anchor": "contract_start"}, "billing": {"month_begun_due": true, "due_without_use": false, "continues_during_repair": true}, "resignation": {"clause": "1.3. Dur\u00e9e d\u2019engagement", "channels": ["post", "email"], "address": [], "email": "", "confirmation_call": false}, "support": null, "rating": null, "off_contract": null, "rental": null, "managed": {"tied_to": "rental", "only_services_in_quote": true, "services": [{"id": "configuration_profile", "label": {"fr": "Profil de configuration", "en": "Configuration profile"}, "description": {"fr": "profils d\u2019administration et d\u2019utilisation, logiciels, raccourcis du navigateur, r\u00e9seau Wi-Fi et VPN, arr\u00eat\u00e9s avec le client", "en": "administrator and user profiles, software, browser shortcuts, Wi-Fi and VPN, settled with the customer"}}, {"id": "unlimited_support", "label": {"fr": "Assistance illimit\u00e9e", "en": "Unlimited support"}, "description": {"fr": "par e-mail, t\u00e9l\u00e9phone, visioconf\u00e9rence et prise de contr\u00f4le \u00e0 distance", "en": "by e-mail, phone, video call and remote control"}}, {"id": "account_creation", "label": {"fr": "Cr\u00e9ation des comptes", "en": "Account creation"}, "description": {"fr": "les comptes et les r\u00e9glages propres \u00e0 chaque utilisateur", "en": "the accounts and settings of each user"}}, {"id": "preparation", "label": {"fr": "Pr\u00e9paration avant livraison", "en": "Preparation before delivery"}, "description": {"fr": "profils, logiciels, comptes et r\u00e9seau Wi-Fi en place \u00e0 l\u2019arriv\u00e9e de l\u2019appareil", "en": "profiles, software, accounts and Wi-Fi in place when the device arrives"}}, {"id": "user_change", "label": {"fr": "Changement d\u2019utilisateur", "en": "Change of user"}, "description": {"fr": "reconfiguration du poste, \u00e0 distance autant que possible", "en": "the computer set up anew, remotely wherever possible"}}, {"id": "on_site_visit", "label": {"fr": "Intervention sur place", "en": "On-site visit"}, "description": null}], "services_due": null, "on_site_visit": {"per_contract_year": 1, "minimum_contracts": 10, "cities": ["Paris", "Strasbourg"]}}, "documents": {"electronic_signature": false, "not_an_invoice": true}}, "status": "active", "start": "2025-03-10", "commitment_months": 12, "device_kind": null, "follows_fleet": true, "linked_contract_id": "01a2043e-055d-7160-9375-bb65549bb3f6", "site_id": null, "signed_on": null, "signed_place": "", "ended_on": null, "notes": ""}','2026-11-22T10:00:00.000000+00:00');
INSERT INTO outbox VALUES(15,'01a2043e056c737c93be91c237e2d28e','01a2043e056476798d992b698769d9f7','put','contract_line','01a2043e056c737c93be91c1978578d6',NULL,'{"contract_id": "01a2043e-056a-77c3-b22d-caafe4aa90c0", "position": 0, "item": "computer", "quantity": 4, "unit_price": "12.00"}','2026-11-22T10:00:00.000000+00:00');
INSERT INTO site VALUES('Centre','','','','','mainland','01a2043e04e4768e840ced46a22ea188',NULL,'2026-11-22T10:00:00.000000+00:00','2026-11-22T10:00:00.000000+00:00',NULL);
INSERT INTO contract VALUES('C26-A-0001','gesticlean-support','software_support','Inforum','{"id": "gesticlean-support", "version": 1, "kind": "software_support", "name": {"fr": "Contrat de support GestiClean", "en": "GestiClean support contract"}, "effective_from": "2022-06-01", "currency": "EUR", "vat_rate": "0.20", "provider": {"id": "inforum", "name": "Inforum", "legal_form": "SARL", "address": ["115 avenue Pasteur", "74800 La Roche-sur-Foron"], "email": "info@inforum.io", "phone": "+33 4 50 37 15 29"}, "pricing": {"unit": "licence", "unit_label": {"fr": "Licence GestiClean sous contrat de support", "en": "GestiClean licence under support contract"}, "tier_mode": "volume", "tiers": [{"from": 1, "unit_price": "33.00"}, {"from": 2, "unit_price": "27.50"}, {"from": 6, "unit_price": "23.00"}], "quote_required": false, "quantity_follows": null, "firm_during_commitment": false}, "options": [{"id": "conveyor_link", "label": {"fr": "Liaison convoyeur", "en": "Conveyor link"}, "price": "21.00", "per": "contract", "excludes": ["conveyor_and_arm_link"], "conditions": [], "backup": null}, {"id": "conveyor_and_arm_link", "label": {"fr": "Liaison convoyeur et bras de restitution", "en": "Conveyor and return arm link"}, "price": "23.00", "per": "contract", "excludes": ["conveyor_link"], "conditions": [], "backup": null}, {"id": "automatic_backup", "label": {"fr": "Sauvegardes automatiques des donn\u00e9es", "en": "Automatic data backup"}, "price": "11.00", "per": "licence", "excludes": [], "conditions": [{"fr": "un poste sous Windows 10 ou une version plus r\u00e9cente", "en": "a PC running Windows 10 or later"}, {"fr": "une connexion \u00e0 internet stable", "en": "a stable internet connection"}], "backup": {"windows_build_min": 10240, "probe_days": 7, "probes_min": 20, "answered_share_min": "0.95", "gap_hours_max": 24, "good_hours": 26, "late_hours": 72}}], "included": [{"fr": "les r\u00e9ponses du service technique aux questions d\u2019utilisation du logiciel", "en": "answers from technical support to questions about using the software"}, {"fr": "la maintenance corrective et \u00e9volutive, au cours des interventions", "en": "corrective and adaptive maintenance, during interventions"}, {"fr": "les mises \u00e0 jour automatiques du logiciel", "en": "automatic updates of the software"}], "term": {"commitment_months": 12, "allowed_months": [], "months_from_quote": false, "by_device": {}, "renewal": "tacit", "renewal_months": 12, "notice_days": 0, "notice_counts_from": "receipt", "billing_anchor": "contract_start"}, "billing": {"month_begun_due": true, "due_without_use": true, "continues_during_repair": false}, "resignation": {"clause": "Engagement & R\u00e9siliation", "channels": ["post", "email"], "address": [], "email": "", "confirmation_call": true}, "support": {"phone": "+33 4 50 37 15 29", "time_zone": "Europe/Paris", "hours": [{"days": ["monday", "tuesday", "wednesday", "thursday", "friday"], "opens": "09:00:00", "closes": "12:00:00"}, {"days": ["monday", "tuesday", "wednesday", "thursday", "friday"], "opens": "14:00:00", "closes": "18:00:00"}], "closed_on_public_holidays": true, "closed_on_bridge_days": true, "bridge_days": [], "first_response_minutes": 60, "first_response_promised": false, "call_back_order": ["blocked", "degraded", "question"], "appointments": true, "remote_tool": "TeamViewer", "unlimited": false}, "rating": {"after": ["remote", "on_site"], "by_email": true}, "off_contract": {"hourly_rate": "90.00", "increment_minutes": 30, "version_update": "145.00"}, "rental": null, "managed": null, "documents": {"electronic_signature": false, "not_an_invoice": true}}','active','2026-01-31',12,NULL,0,NULL,NULL,NULL,'',NULL,'','inforum','Contrat de support GestiClean','GestiClean support contract','+33 4 50 37 15 29','tacit',12,0,9800,1960,'01a2043e054d76119ae15a1f95e83863',NULL,'2026-11-22T10:00:00.000000+00:00','2026-11-22T10:00:00.000000+00:00',NULL);
INSERT INTO contract VALUES('C26-A-0002','commown-rental','rental','Commown','{"id": "commown-rental", "version": 1, "kind": "rental", "name": {"fr": "Location d\u2019ordinateurs Commown", "en": "Commown computer rental"}, "effective_from": null, "currency": "EUR", "vat_rate": "0.20", "provider": {"id": "commown", "name": "Commown", "legal_form": "Coop\u00e9rative", "address": [], "email": "", "phone": ""}, "pricing": {"unit": "computer", "unit_label": {"fr": "Ordinateur en location Commown", "en": "Computer rented from Commown"}, "tier_mode": "volume", "tiers": [{"from": 1, "unit_price": "45.00"}], "quote_required": false, "quantity_follows": null, "firm_during_commitment": false}, "options": [], "included": [{"fr": "la mise \u00e0 disposition des ordinateurs d\u00e9sign\u00e9s au contrat", "en": "the use of the computers named in the contract"}], "term": {"commitment_months": 12, "allowed_months": [], "months_from_quote": true, "by_device": {}, "renewal": "open_ended", "renewal_months": null, "notice_days": 15, "notice_counts_from": "receipt", "billing_anchor": "contract_start"}, "billing": {"month_begun_due": true, "due_without_use": false, "continues_during_repair": true}, "resignation": {"clause": "Dur\u00e9e d\u2019engagement", "channels": ["post", "email"], "address": [], "email": "", "confirmation_call": false}, "support": null, "rating": null, "off_contract": null, "rental": {"eligibility": [], "eligibility_review": false, "delivery": null, "cover": [], "excess": null, "shipping_charged": null, "assignment_free": false, "end_of_rental": [], "buy_back": false, "software_preinstalled": null}, "managed": null, "documents": {"electronic_signature": false, "not_an_invoice": true}}','active','2025-03-10',12,'computer',0,NULL,NULL,NULL,'',NULL,'','commown','Location d’ordinateurs Commown','Commown computer rental','','open_ended',NULL,15,18000,3600,'01a2043e055d71609375bb65549bb3f6',NULL,'2026-11-22T10:00:00.000000+00:00','2026-11-22T10:00:00.000000+00:00',NULL);
INSERT INTO contract VALUES('C26-A-0003','commown-managed','managed_it','Commown','{"id": "commown-managed", "version": 1, "kind": "managed_it", "name": {"fr": "Infog\u00e9rance informatique Commown", "en": "Commown managed IT"}, "effective_from": null, "currency": "EUR", "vat_rate": "0.20", "provider": {"id": "commown", "name": "Commown", "legal_form": "Coop\u00e9rative", "address": [], "email": "", "phone": ""}, "pricing": {"unit": "computer", "unit_label": {"fr": "Ordinateur sous infog\u00e9rance", "en": "Computer under managed IT"}, "tier_mode": "volume", "tiers": [{"from": 1, "unit_price": "12.00"}], "quote_required": false, "quantity_follows": "rented_computers", "firm_during_commitment": true}, "options": [], "included": [], "term": {"commitment_months": 12, "allowed_months": [], "months_from_quote": false, "by_device": {}, "renewal": "open_ended", "renewal_months": null, "notice_days": 15, "notice_counts_from": "receipt", "billing_anchor": "contract_start"}, "billing": {"month_begun_due": true, "due_without_use": false, "continues_during_repair": true}, "resignation": {"clause": "1.3. Dur\u00e9e d\u2019engagement", "channels": ["post", "email"], "address": [], "email": "", "confirmation_call": false}, "support": null, "rating": null, "off_contract": null, "rental": null, "managed": {"tied_to": "rental", "only_services_in_quote": true, "services": [{"id": "configuration_profile", "label": {"fr": "Profil de configuration", "en": "Configuration profile"}, "description": {"fr": "profils d\u2019administration et d\u2019utilisation, logiciels, raccourcis du navigateur, r\u00e9seau Wi-Fi et VPN, arr\u00eat\u00e9s avec le client", "en": "administrator and user profiles, software, browser shortcuts, Wi-Fi and VPN, settled with the customer"}}, {"id": "unlimited_support", "label": {"fr": "Assistance illimit\u00e9e", "en": "Unlimited support"}, "description": {"fr": "par e-mail, t\u00e9l\u00e9phone, visioconf\u00e9rence et prise de contr\u00f4le \u00e0 distance", "en": "by e-mail, phone, video call and remote control"}}, {"id": "account_creation", "label": {"fr": "Cr\u00e9ation des comptes", "en": "Account creation"}, "description": {"fr": "les comptes et les r\u00e9glages propres \u00e0 chaque utilisateur", "en": "the accounts and settings of each user"}}, {"id": "preparation", "label": {"fr": "Pr\u00e9paration avant livraison", "en": "Preparation before delivery"}, "description": {"fr": "profils, logiciels, comptes et r\u00e9seau Wi-Fi en place \u00e0 l\u2019arriv\u00e9e de l\u2019appareil", "en": "profiles, software, accounts and Wi-Fi in place when the device arrives"}}, {"id": "user_change", "label": {"fr": "Changement d\u2019utilisateur", "en": "Change of user"}, "description": {"fr": "reconfiguration du poste, \u00e0 distance autant que possible", "en": "the computer set up anew, remotely wherever possible"}}, {"id": "on_site_visit", "label": {"fr": "Intervention sur place", "en": "On-site visit"}, "description": null}], "services_due": null, "on_site_visit": {"per_contract_year": 1, "minimum_contracts": 10, "cities": ["Paris", "Strasbourg"]}}, "documents": {"electronic_signature": false, "not_an_invoice": true}}','active','2025-03-10',12,NULL,1,'01a2043e055d71609375bb65549bb3f6',NULL,NULL,'',NULL,'','commown','Infogérance informatique Commown','Commown managed IT','','open_ended',NULL,15,4800,960,'01a2043e056a77c3b22dcaafe4aa90c0',NULL,'2026-11-22T10:00:00.000000+00:00','2026-11-22T10:00:00.000000+00:00',NULL);
INSERT INTO person VALUES('Élodie Garnier','',NULL,1,'01a2043e04e877f5a5fa5ed5b2bc8cb9',NULL,'2026-11-22T10:00:00.000000+00:00','2026-11-22T10:00:00.000000+00:00',NULL);
INSERT INTO contract_line VALUES('01a2043e054d76119ae15a1f95e83863',0,'licence',2,2750,'01a2043e0551743b8eef549e510825b2',NULL,'2026-11-22T10:00:00.000000+00:00','2026-11-22T10:00:00.000000+00:00',NULL);
INSERT INTO contract_line VALUES('01a2043e054d76119ae15a1f95e83863',1,'conveyor_link',1,2100,'01a2043e0551743b8eef549f3b13f423',NULL,'2026-11-22T10:00:00.000000+00:00','2026-11-22T10:00:00.000000+00:00',NULL);
INSERT INTO contract_line VALUES('01a2043e054d76119ae15a1f95e83863',2,'automatic_backup',2,1100,'01a2043e0551743b8eef54a0fc37212e',NULL,'2026-11-22T10:00:00.000000+00:00','2026-11-22T10:00:00.000000+00:00',NULL);
INSERT INTO contract_line VALUES('01a2043e055d71609375bb65549bb3f6',0,'computer',4,4500,'01a2043e0560710eb549e2b2dcb60542',NULL,'2026-11-22T10:00:00.000000+00:00','2026-11-22T10:00:00.000000+00:00',NULL);
INSERT INTO contract_line VALUES('01a2043e056a77c3b22dcaafe4aa90c0',0,'computer',4,1200,'01a2043e056c737c93be91c1978578d6',NULL,'2026-11-22T10:00:00.000000+00:00','2026-11-22T10:00:00.000000+00:00',NULL);
INSERT INTO equipment VALUES(1,'01a2043e050475899adc75da8481826f','Caisse du comptoir','till','','','ABC-123','','new','owned','in_stock','01a2043e04e4768e840ced46a22ea188',NULL,'','','','','',NULL,NULL,NULL,'',NULL,'caisse du comptoir abc 123 abc123','caisse du comptoir','','','abc-123','','centre','','',NULL,'2026-11-22T10:00:00.000000+00:00','2026-11-22T10:00:00.000000+00:00',NULL);
INSERT INTO equipment VALUES(2,'01a2043e050c72a78b21f261dee050da','Poste de l’atelier','computer','','','','','new','owned','in_use',NULL,NULL,'','','','','',NULL,NULL,NULL,'','01a2043e04e877f5a5fa5ed5b2bc8cb9','poste de l atelier elodie garnier','poste de l’atelier','','','','','','elodie garnier','',NULL,'2026-11-22T10:00:00.000000+00:00','2026-11-22T10:00:00.000000+00:00',NULL);
INSERT INTO assignment VALUES('01a2043e050c72a78b21f261dee050da','01a2043e04e877f5a5fa5ed5b2bc8cb9','2026-11-22',NULL,'01a2043e051873eb8f4345deec076e2a',NULL,'2026-11-22T10:00:00.000000+00:00','2026-11-22T10:00:00.000000+00:00',NULL);
CREATE INDEX ix_audit_entry_row ON audit_entry (type, row_id, at);
CREATE INDEX ix_contract_linked_contract_id ON contract (linked_contract_id);
CREATE INDEX ix_contract_status ON contract (status);
CREATE UNIQUE INDEX uq_contract_number ON contract (number) WHERE deleted_at IS NULL;
CREATE INDEX ix_person_site_id ON person (site_id);
CREATE INDEX ix_contract_line_contract_id ON contract_line (contract_id);
CREATE INDEX ix_equipment_by_condition ON equipment (deleted_at, condition);
CREATE INDEX ix_equipment_by_contract_key ON equipment (deleted_at, contract_key);
CREATE INDEX ix_equipment_by_designation_key ON equipment (deleted_at, designation_key);
CREATE INDEX ix_equipment_by_inventory_key ON equipment (deleted_at, inventory_key);
CREATE INDEX ix_equipment_by_kind ON equipment (deleted_at, kind);
CREATE INDEX ix_equipment_by_manufacturer_key ON equipment (deleted_at, manufacturer_key);
CREATE INDEX ix_equipment_by_model_key ON equipment (deleted_at, model_key);
CREATE INDEX ix_equipment_by_ownership ON equipment (deleted_at, ownership);
CREATE INDEX ix_equipment_by_person_key ON equipment (deleted_at, person_key);
CREATE INDEX ix_equipment_by_purchase_date ON equipment (deleted_at, purchase_date);
CREATE INDEX ix_equipment_by_serial_key ON equipment (deleted_at, serial_key);
CREATE INDEX ix_equipment_by_site_key ON equipment (deleted_at, site_key);
CREATE INDEX ix_equipment_by_status ON equipment (deleted_at, status);
CREATE INDEX ix_equipment_by_updated_at ON equipment (deleted_at, updated_at);
CREATE INDEX ix_equipment_by_warranty_end ON equipment (deleted_at, warranty_end);
CREATE INDEX ix_equipment_contract_id ON equipment (contract_id) WHERE deleted_at IS NULL;
CREATE INDEX ix_equipment_person_id ON equipment (person_id) WHERE deleted_at IS NULL;
CREATE INDEX ix_equipment_site_id ON equipment (site_id) WHERE deleted_at IS NULL;
CREATE INDEX ix_resignation_contract_id ON resignation (contract_id);
CREATE INDEX ix_assignment_equipment_id ON assignment (equipment_id);
CREATE INDEX ix_assignment_person_id ON assignment (person_id);
CREATE INDEX ix_document_contract_id ON document (contract_id);
CREATE INDEX ix_document_equipment_id ON document (equipment_id);
CREATE INDEX ix_support_request_equipment_id ON support_request (equipment_id);
CREATE INDEX ix_support_request_status ON support_request (status, opened_at);
CREATE INDEX ix_intervention_request_id ON intervention (request_id);
CREATE INDEX ix_intervention_started_at ON intervention (started_at);
CREATE VIRTUAL TABLE equipment_words USING fts5(search, content='equipment', content_rowid='nr', tokenize='unicode61', prefix='1 2', detail='none');
CREATE VIRTUAL TABLE equipment_trigrams USING fts5(search, content='equipment', content_rowid='nr', tokenize='trigram');
INSERT INTO equipment_words(equipment_words) VALUES ('rebuild');
INSERT INTO equipment_trigrams(equipment_trigrams) VALUES ('rebuild');
CREATE TRIGGER equipment_search_added AFTER INSERT ON equipment BEGIN INSERT INTO equipment_words(rowid, search) VALUES (new.nr, new.search); INSERT INTO equipment_trigrams(rowid, search) VALUES (new.nr, new.search); END;
CREATE TRIGGER equipment_search_removed AFTER DELETE ON equipment BEGIN INSERT INTO equipment_words(equipment_words, rowid, search) VALUES ('delete', old.nr, old.search); INSERT INTO equipment_trigrams(equipment_trigrams, rowid, search) VALUES ('delete', old.nr, old.search); END;
CREATE TRIGGER equipment_search_changed AFTER UPDATE OF search ON equipment WHEN old.search IS NOT new.search BEGIN INSERT INTO equipment_words(equipment_words, rowid, search) VALUES ('delete', old.nr, old.search); INSERT INTO equipment_trigrams(equipment_trigrams, rowid, search) VALUES ('delete', old.nr, old.search); INSERT INTO equipment_words(rowid, search) VALUES (new.nr, new.search); INSERT INTO equipment_trigrams(rowid, search) VALUES (new.nr, new.search); END;
COMMIT;

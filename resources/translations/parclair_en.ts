<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="fr_FR">
<context>
    <name>parclair</name>
    <message>
        <location filename="../../app/domain/errors.py"/>
        <source>{field} : « {value} » refusé. Attendu : {allowed}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>

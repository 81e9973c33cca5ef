package io.ctmconnect.ctm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A call as CTM sends it. */
public final class Samples {
    private static final String RICH_CALL = """
            {'id':3187264501,'sid':'CA5f0e1d2c3b4a59687f6e5d4c3b2a1908','account_id':482913,'name':'Dana Whitfield',
            'cnam':'WHITFIELD D','search':'dentist near me','source':'Google Ads','source_id':71502,
            'source_sid':'TSO0A3EA99478F4865569807A89A8E45D53D0A8E85D92285FB513E69FC28B6065B6','tgid':90112,
            'likelihood':null,'duration':214,'direction':'inbound','talk_time':196,'ring_time':18,'hold_time':0,
            'wait_time':6,'parent_id':null,'email':'dana@example.com','city':'Annapolis','state':'MD','country':'US',
            'called_at':'2026-03-17 09:42 AM -04:00','unix_time':1773754951,'tracking_number_id':88231,
            'tracking_number_sid':'TPN20F068005148EFB88AA6A62ACBC7F16B6B80FCA45D3C144A0A6E12E2F6C80609',
            'tracking_number':'+12025550143','tracking_label':'Ads landing page','dial_status':'answered',
            'is_new_caller':true,'indexed_at':1773755169.412,'billed_amount':0.16,'excluded':false,
            'tracking_number_format':'(202) 555-0143','business_number':'+14105550177','caller_number':'+14105550129',
            'caller_number_complete':'+14105550129','caller_number_bare':'4105550129','contact_number':'+14105550129',
            'caller_number_split':['1','410','555','0129'],'call_status':'answered','status':'answered',
            'paid':{'source':'google','medium':'cpc','campaign':'Implants MD'},'tag_list':['new patient'],'notes':'',
            'agent':{'id':'USRD26E97','name':'Priya Nair','email':'priya@northwind.example'},
            'audio':'https://app.calltrackingmetrics.com/api/v1/accounts/482913/calls/CA5f0e/recording',
            'medium':'cpc','campaign':'Implants MD','keyword':'dental implants'}
            """;

    private Samples() {}

    /** An answered inbound call with everything that CTM knows. */
    public static Call call() {
        return new Call(Json.of(RICH_CALL));
    }

    /** The same call with some fields changed, given as JSON; a null takes the field away. */
    public static Call callWith(String changes) {
        ObjectNode json = Json.of(RICH_CALL).deepCopy();
        for (var change : Json.of(changes).properties()) {
            json.set(change.getKey(), change.getValue());
        }
        json.properties().removeIf(field -> field.getValue().isNull());
        return new Call(json);
    }

    /** The same call, missed, as CTM tells it. */
    public static JsonNode missed() {
        return callWith("{'duration':31,'talk_time':0,'ring_time':31,'call_status':'no answer','status':'no answer',"
                        + "'dial_status':'no-answer','agent':null,'audio':null}")
                .json();
    }
}

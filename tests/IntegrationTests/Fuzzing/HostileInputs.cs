using System.Text.Json.Nodes;

namespace CleanIssuing.IntegrationTests.Fuzzing;

/// <summary>What somebody sends who means no good, by chance of a seed.</summary>
internal sealed class HostileInputs(Random random)
{
    private static readonly string[] Values =
    [
        "", " ", "\u00a0", "0", "-1", "1e999", "99999999999999999999", "9999-12-31", "0001-01-01", "2026-02-30", "true", "banana", "null",
        "'; DROP TABLE Cards; --", "<script>alert(1)</script>", "{{7*7}}", "${7*7}", "../../etc/passwd", "%00", "\0", "\ud800", "\ufeff",
        "\u202e", "ic_1Nothing", "acct_1Nothing", "ich_1Nothing", "evt_1Nothing", "=1+1", "a\r\nSet-Cookie: x=1", "😀", "٣", "１２",
        new('A', 300), new('A', 20_000), new('é', 4_000), "[]", "{}", "[object Object]", "NaN", "Infinity", "0x10", "1,5", "1.5.5",
    ];

    /// <summary>What stands in addresses must not be taken from a form.</summary>
    private static readonly string[] RouteNames = ["id", "account", "card", "handler", "page"];

    private static readonly string[] Accepts =
        ["*/*", "text/html", "application/json", "image/png", "text/html;q=0", "nonsense", "", "text/*", "application/problem+json;q=0.1"];

    private static readonly string[] Types =
    [
        "application/x-www-form-urlencoded", "application/x-www-form-urlencoded; charset=bogus",
        "application/x-www-form-urlencoded; charset=utf-7", "application/json", "application/json; charset=bogus", "text/plain",
        "multipart/form-data; boundary=x", "multipart/form-data", "application/xml", "application/x-www-form-urlencoded; charset=utf-16",
    ];

    private static readonly string[] Methods = ["HEAD", "TRACE", "PUT", "DELETE", "PATCH", "OPTIONS", "FOO"];

    private static readonly (string, string)[] Headers =
    [
        ("X-HTTP-Method-Override", "DELETE"), ("X-Forwarded-Host", "evil.test"), ("X-Forwarded-For", "not an address"),
        ("X-Fragment", "preview"), ("Accept-Language", "xx-YY;q=9"), ("If-None-Match", "*"), ("Range", "bytes=0-1"),
        ("traceparent", "00-zz-zz-01"), ("Cookie", "cleanissuing.done=x; cleanissuing.device=y"), ("Content-Encoding", "gzip"),
        ("Sec-Fetch-Mode", "navigate"), ("Stripe-Signature", "t=1,v1=00"), ("Authorization", "Basic eA=="),
    ];

    private static readonly string[] Bodies =
    [
        "", "{", "[]", "null", "{\"card_id\":[],\"nonce\":{}}", "{\"account\":1}", "a[a[a=1", "=", "&&&", "%", "%zz=%zz", "a=%u1234",
        "--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n--x--", "--x\r\n", "[[[[[[[[[[[[[[[[[[[[", "\ud800",
    ];

    public string Value => Pick(Values);

    public string Accept => Pick(Accepts);

    public HttpContent Body(FuzzTarget target, string token)
    {
        var content = random.Next(4) == 0 ? Pick(Bodies) : target.IsPage ? Form(target, token) : Json(target);
        var body = new ByteArrayContent(System.Text.Encoding.UTF8.GetBytes(content));
        body.Headers.TryAddWithoutValidation(
            "Content-Type", random.Next(4) == 0 ? Pick(Types) : target.IsPage ? Types[0] : "application/json");
        return body;
    }

    /// <summary>An object with the target's fields, one of which may have a value, or a type, that it should not have.</summary>
    private string Json(FuzzTarget target)
    {
        var body = new JsonObject();
        foreach (var field in target.Fields)
            body[field] = ValidInputs.For(field);
        var odd = Pick([.. target.Fields]);
        body[odd] = AnyOf(odd);
        return body.ToJsonString();
    }

    /// <summary>An event of Stripe's, some of whose members are not as Stripe sends them.</summary>
    public string Event(long created)
    {
        var stripeEvent = new JsonObject
        {
            ["id"] = "evt_1Fuzz" + random.Next(1000),
            ["object"] = "event",
            ["type"] = "issuing_card.updated",
            ["livemode"] = false,
            ["created"] = created,
            ["data"] = new JsonObject { ["object"] = new JsonObject { ["id"] = AnyOf("card_id"), ["object"] = "issuing.card" } },
        };
        string[] members = ["id", "type", "livemode", "created", "account", "data"];
        if (random.Next(2) == 0)
            stripeEvent[Pick(members)] = AnyOf("card_id");
        return stripeEvent.ToJsonString();
    }

    private JsonNode? AnyOf(string field) => random.Next(8) switch
    {
        0 => null,
        1 => random.Next(),
        2 => true,
        3 => new JsonArray(Value),
        4 or 5 => Value,
        _ => ValidInputs.For(field),
    };

    public string OddMethod => Pick(Methods);

    public (string Name, string Value) OddHeader => Pick(Headers);

    /// <summary>Sensible fields, some of which are not.</summary>
    public string Form(FuzzTarget target, string token)
    {
        var fields = new List<KeyValuePair<string, string>> { new("__RequestVerificationToken", token) };
        foreach (var field in target.Fields)
        {
            for (var times = random.Next(10) == 0 ? random.Next(0, 50) : 1; times > 0; times--)
                fields.Add(new(field, random.Next(3) == 0 ? Value : ValidInputs.For(field)));
        }

        if (random.Next(5) == 0)
            fields.Add(new(random.Next(2) == 0 ? Value : Pick(RouteNames), Value));
        return string.Join('&', fields.Select(f => Escape(f.Key) + "=" + Escape(f.Value)));
    }

    public string Query(FuzzTarget target) => string.Join('&', target.Fields.Where(_ => random.Next(2) == 0)
        .Select(field => Escape(field) + "=" + Escape(random.Next(3) == 0 ? ValidInputs.For(field) : Value)));

    private static string Escape(string text)
    {
        try
        {
            return Uri.EscapeDataString(text);
        }
        catch (UriFormatException)
        {
            return "%ED%A0%80";
        }
    }

    private T Pick<T>(T[] from) => from[random.Next(from.Length)];
}

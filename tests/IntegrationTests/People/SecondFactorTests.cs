using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CleanIssuing.Application.People;
using CleanIssuing.Domain.Accounts;
using CleanIssuing.Domain.People;
using CleanIssuing.Domain.SharedKernel;
using CleanIssuing.IntegrationTests.Common;
using CleanIssuing.StripeSandbox.State;
using CleanIssuing.WebUi.Hosting;

namespace CleanIssuing.IntegrationTests.People;

public abstract partial class SecondFactorTests(FactorPortal portal)
{
    private static readonly AccountSettings Guarded = new(StepUpScope.AllDetails, AdminsSeePins: false);

    [SkippableFact]
    public async Task With_an_app_a_password_alone_opens_nothing()
    {
        var (email, _) = await NewPersonAsync();
        using var person = await portal.SignedInAsync(email);
        using var elsewhere = await portal.SignedInAsync(email);
        var key = await SetUpAsync(person);
        await elsewhere.GetAsync("/", HttpStatusCode.Found);
        await person.GetAsync("/");

        using var again = portal.Anyone();
        using var asked = await again.SignInAsync(email);
        asked.Headers.Location!.OriginalString.ShouldBe("/sign-in/code");
        await again.GetAsync("/me", HttpStatusCode.Found);
        using var refused = await TypeAsync(again, "000000");
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        portal.Time.Advance(TimeSpan.FromSeconds(30));
        var code = Totp.CodeAt(key, portal.Time.GetUtcNow());
        using var taken = await TypeAsync(again, code);
        taken.StatusCode.ShouldBe(HttpStatusCode.Found);
        (await again.GetAsync("/me/security")).ShouldContain("since");

        // Whoever looked over the shoulder is too late.
        using var onlooker = portal.Anyone();
        await onlooker.SignInAsync(email);
        (await TypeAsync(onlooker, code)).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        await onlooker.GetAsync("/me", HttpStatusCode.Found);
        portal.Audit(email).Skip(1).Select(l => l.Action).ShouldBe(
            ["session.sign_in", "session.sign_in", "session.first_factor", "session.sign_in_failed", "session.sign_in",
                "session.first_factor", "session.sign_in_failed"]);
    }

    [SkippableFact]
    public async Task An_app_is_set_up_with_the_password_and_its_first_code()
    {
        var (email, _) = await NewPersonAsync();
        using var person = await portal.SignedInAsync(email);

        var (status, body) = await person.SendAsync(
            (await person.FormAsync("/me/authenticator", "Password")).With("Password", "not my password"));
        status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        body.ShouldContain("This is not your password.");
        body.ShouldNotContain("<svg class=\"qr\"");

        var form = WebForm.Read(await StartAsync(person), "/me/authenticator?handler=Confirm", "Code");
        (status, body) = await person.SendAsync(form.With("Code", "000000"));
        status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        body.ShouldContain("This code is wrong");
        (await person.GetAsync("/me/security")).ShouldContain("Set up an app");
        for (var i = 0; i < 4; i++)
            await person.SendAsync(form.With("Code", "000000"));
        (await person.SendAsync(form.With("Code", "000000"))).Body.ShouldContain("There were too many wrong tries.");
        portal.Time.Advance(TimeSpan.FromMinutes(11));
        (await person.SendAsync(form.With("Code", "000000"))).Body.ShouldContain("This took too long. Start again.");
        using var other = portal.Anyone();
        (await other.SignInAsync(email)).Headers.Location!.OriginalString.ShouldBe("/");
    }

    [SkippableFact]
    public async Task A_recovery_code_signs_in_once_and_never_steps_up()
    {
        await portal.SetAsync(DemoSeed.Platform, Guarded);
        try
        {
            var (email, card) = await NewPersonAsync();
            using var first = await portal.SignedInAsync(email);
            var codes = new List<string>();
            await SetUpAsync(first, codes);
            codes.Count.ShouldBe(10);

            using var person = portal.Anyone();
            await person.SignInAsync(email);
            (await TypeAsync(person, codes[3].ToUpperInvariant())).StatusCode.ShouldBe(HttpStatusCode.Found);
            (await person.GetAsync("/me/security")).ShouldContain("9 recovery codes are left.");
            await person.RefreshTokenAsync("/me");
            await ShouldAskAsync(await person.AskKeyAsync(card, await portal.NonceAsync(card)));
            (await ProveAsync(person, codes[4])).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
            await ShouldAskAsync(await person.AskKeyAsync(card, await portal.NonceAsync(card)));

            using var again = portal.Anyone();
            await again.SignInAsync(email);
            (await TypeAsync(again, codes[3])).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        }
        finally
        {
            await portal.SetAsync(DemoSeed.Platform, new AccountSettings(StepUpScope.Pin, AdminsSeePins: false));
        }
    }

    [SkippableFact]
    public async Task One_code_opens_one_session_however_many_ask_at_once()
    {
        var (email, _) = await NewPersonAsync();
        using var person = await portal.SignedInAsync(email);
        var codes = new List<string>();
        var key = await SetUpAsync(person, codes);
        portal.Time.Advance(TimeSpan.FromMinutes(1));
        foreach (var code in new[] { Totp.CodeAt(key, portal.Time.GetUtcNow()), codes[0] })
        {
            using var one = portal.Anyone();
            using var other = portal.Anyone();
            await one.SignInAsync(email);
            await other.SignInAsync(email);

            var both = await Task.WhenAll(TypeAsync(one, code), TypeAsync(other, code));

            both.Select(r => r.StatusCode).Order().ShouldBe([HttpStatusCode.Found, HttpStatusCode.UnprocessableEntity]);
        }
    }

    [SkippableFact]
    public async Task An_app_whose_key_cannot_be_read_still_keeps_the_password_alone_from_signing_in()
    {
        var (email, _) = await NewPersonAsync();
        using var person = await portal.SignedInAsync(email);
        var codes = new List<string>();
        await SetUpAsync(person, codes);
        var id = portal.Text($"SELECT Id FROM AspNetUsers WHERE Email = '{email}'");
        portal.Execute($"UPDATE Authenticators SET ProtectedKey = 'AAAA' WHERE UserId = '{id}'");

        using var again = portal.Anyone();
        (await again.SignInAsync(email)).Headers.Location!.OriginalString.ShouldBe("/sign-in/code");
        (await TypeAsync(again, "123456")).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await TypeAsync(again, codes[0])).StatusCode.ShouldBe(HttpStatusCode.Found);
        await portal.LoggedAsync("people remove-factors");
    }

    [SkippableFact]
    public async Task Codes_are_not_guessed()
    {
        var (email, _) = await NewPersonAsync();
        using var person = await portal.SignedInAsync(email);
        var key = await SetUpAsync(person);
        portal.Time.Advance(TimeSpan.FromMinutes(1));

        using var guesser = portal.Anyone();
        await guesser.SignInAsync(email);
        for (var i = 0; i < 5; i++)
            (await TypeAsync(guesser, "000000")).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);

        var right = Totp.CodeAt(key, portal.Time.GetUtcNow());
        using var locked = await TypeAsync(guesser, right);
        (await locked.Content.ReadAsStringAsync()).ShouldContain("There were too many wrong tries.");
        // Who is signed in is not kept out by that; nor by a stolen session, whose wrong codes count there.
        (await ProveAsync(person, right)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        for (var i = 0; i < 5; i++)
            (await ProveAsync(person, "000000")).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        portal.Time.Advance(TimeSpan.FromSeconds(29));
        (await (await ProveAsync(person, Totp.CodeAt(key, portal.Time.GetUtcNow()))).Content.ReadAsStringAsync())
            .ShouldContain("codes_locked");
        portal.Time.Advance(TimeSpan.FromMinutes(16));
        await guesser.SignInAsync(email);
        (await TypeAsync(guesser, Totp.CodeAt(key, portal.Time.GetUtcNow()))).StatusCode.ShouldBe(HttpStatusCode.Found);
    }

    [SkippableFact]
    public async Task A_password_that_was_right_waits_five_minutes_for_its_code_and_not_past_a_new_password()
    {
        var (email, _) = await NewPersonAsync();
        using var person = await portal.SignedInAsync(email);
        var key = await SetUpAsync(person);

        using var late = portal.Anyone();
        await late.SignInAsync(email);
        var form = await late.FormAsync("/sign-in/code", "Code");
        portal.Time.Advance(TimeSpan.FromMinutes(6));
        (await late.LedToAsync(form.With("Code", Totp.CodeAt(key, portal.Time.GetUtcNow())), null)).ShouldBe("/sign-in");

        using var old = portal.Anyone();
        await old.SignInAsync(email);
        await portal.Portal.App.Services.SendAsSystemAsync(new SetPassword(email, "another one entirely"), CancellationToken.None);
        portal.Time.Advance(TimeSpan.FromMinutes(1));
        using var answer = await TypeAsync(old, Totp.CodeAt(key, portal.Time.GetUtcNow()));
        answer.Headers.Location!.OriginalString.ShouldBe("/sign-in");
        await old.GetAsync("/me", HttpStatusCode.Found);
    }

    [SkippableFact]
    public async Task A_number_behind_step_up_is_refused_until_the_person_has_proven_that_it_is_them_and_again_after_five_minutes()
    {
        await portal.SetAsync(DemoSeed.Platform, Guarded);
        try
        {
            var (email, card) = await NewPersonAsync();
            using var person = await portal.SignedInAsync(email);
            await ShouldAskAsync(await person.AskKeyAsync(card, await portal.NonceAsync(card)));
            portal.Audit(card)[^1].ShouldSatisfyAllConditions(
                l => l.Action.ShouldBe("card_details.reveal"), l => l.Outcome.ShouldBe("Denied"));

            var key = await SetUpAsync(person);
            await person.RefreshTokenAsync("/me");
            // Setting it up proved it.
            (await person.AskKeyAsync(card, await portal.NonceAsync(card))).StatusCode.ShouldBe(HttpStatusCode.OK);
            portal.Time.Advance(TimeSpan.FromMinutes(5));
            await ShouldAskAsync(await person.AskKeyAsync(card, await portal.NonceAsync(card)));
            var code = Totp.CodeAt(key, portal.Time.GetUtcNow());
            (await ProveAsync(person, code)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
            (await person.AskKeyAsync(card, await portal.NonceAsync(card))).StatusCode.ShouldBe(HttpStatusCode.OK);
            // The same code proves nothing more.
            (await ProveAsync(person, code)).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        }
        finally
        {
            await portal.SetAsync(DemoSeed.Platform, new AccountSettings(StepUpScope.Pin, AdminsSeePins: false));
        }
    }

    [SkippableFact]
    public async Task A_PIN_wants_a_proof_of_its_own_each_time()
    {
        var (email, card) = await NewPersonAsync();
        using var person = await portal.SignedInAsync(email);
        await ShouldAskAsync(await AskPinAsync(person, card));
        (await ProveAsync(person, await DemoCodeAsync(person))).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        await ShouldAskAsync(await AskPinAsync(person, card));
        (await ProveAsync(person, await DemoCodeAsync(person), DemoSeed.JennyVirtual)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        var other = await portal.NewCardAsync(DemoSeed.Nia);
        (await ProveAsync(person, await DemoCodeAsync(person), other)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        await ShouldAskAsync(await AskPinAsync(person, card));

        (await ProveAsync(person, await DemoCodeAsync(person), card)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        var both = await Task.WhenAll(AskPinAsync(person, card), AskPinAsync(person, card));
        both.Select(r => r.StatusCode).Order().ShouldBe([HttpStatusCode.OK, HttpStatusCode.Forbidden]);
        await ShouldAskAsync(await AskPinAsync(person, card));
        portal.Audit(card).Count(l => l.Action == "card_details.reveal_pin" && l.Outcome == "Succeeded").ShouldBe(1);
    }

    [SkippableFact]
    public async Task An_admin_is_shown_no_PIN_of_somebody_else_unless_the_account_says_so()
    {
        var card = await portal.NewCardAsync(DemoSeed.Nia);
        using var admin = await portal.SignedInAsync("admin@demo.test");
        (await admin.GetAsync("/cards/" + card)).ShouldNotContain("id=\"show-pin\"");
        (await ProveAsync(admin, await DemoCodeAsync(admin), card)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await AskPinAsync(admin, card)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);

        await portal.SetAsync(DemoSeed.Platform, new AccountSettings(StepUpScope.Pin, AdminsSeePins: true));
        try
        {
            (await admin.GetAsync("/cards/" + card)).ShouldContain("id=\"show-pin\"");
            (await AskPinAsync(admin, card)).StatusCode.ShouldBe(HttpStatusCode.OK);
        }
        finally
        {
            await portal.SetAsync(DemoSeed.Platform, new AccountSettings(StepUpScope.Pin, AdminsSeePins: false));
        }
    }

    [SkippableFact]
    public async Task Settings_are_an_admins_and_want_a_proof()
    {
        using var lea = await portal.SignedInAsync("lea@demo.test");
        var form = await lea.FormAsync("/settings", "StepUp");
        (await lea.SendAsync(form.With("StepUp", "all_details"))).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await portal.SettingsAsync(DemoSeed.Lumiere)).StepUp.ShouldBe(StepUpScope.Pin);
        (await lea.SendAsync(form.With("StepUp", "all_details").With("Code", "000000"))).Body.ShouldContain("This code is wrong");

        form.With("Account", DemoSeed.Lumiere).With("Code", await DemoCodeAsync(lea));
        (await lea.LedToAsync(form, null)).ShouldBe("/settings");
        (await lea.SendAsync(form.With("Account", DemoSeed.Platform))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await portal.SettingsAsync(DemoSeed.Platform)).StepUp.ShouldBe(StepUpScope.Pin);
        form.With("Account", DemoSeed.Lumiere);
        (await portal.SettingsAsync(DemoSeed.Lumiere)).ShouldBe(new AccountSettings(StepUpScope.AllDetails, AdminsSeePins: false));
        portal.Audit(DemoSeed.Lumiere)[^1].Action.ShouldBe("account.settings");
        (await lea.SendAsync(form.With("StepUp", "1"))).Body.ShouldContain("Choose one of the three.");
        await portal.SetAsync(DemoSeed.Lumiere, new AccountSettings(StepUpScope.Pin, AdminsSeePins: false));

        using var vera = await portal.SignedInAsync("vera@demo.test");
        await vera.GetAsync("/settings", HttpStatusCode.Forbidden);
        (await vera.SendAsync(form)).Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [SkippableFact]
    public async Task Somebody_ends_their_other_sessions_and_nobody_elses()
    {
        var (email, _) = await NewPersonAsync();
        using var here = await portal.SignedInAsync(email);
        using var there = await portal.SignedInAsync(email);
        using var jenny = await portal.SignedInAsync("jenny@demo.test");
        var form = await here.FormAsync("/me/security", "key");
        (await jenny.SendAsync((await jenny.FormAsync("/me", "Zone")).With("key", form["key"]).At("/me/security?handler=End"))).Status
            .ShouldBe(HttpStatusCode.NotFound);
        await there.GetAsync("/me");

        (await here.LedToAsync(form, null)).ShouldBe("/me/security");

        await there.GetAsync("/me", HttpStatusCode.Found);
        await here.GetAsync("/me");
        using var third = await portal.SignedInAsync(email);
        await here.LedToAsync((await here.FormAsync("/me", "Zone")).At("/me/security?handler=EndOthers"), null);
        await third.GetAsync("/me", HttpStatusCode.Found);
        await here.GetAsync("/me");
    }

    [SkippableFact]
    public async Task An_app_goes_with_one_of_its_codes_or_by_the_operator()
    {
        var (email, _) = await NewPersonAsync();
        using var person = await portal.SignedInAsync(email);
        var key = await SetUpAsync(person);
        portal.Time.Advance(TimeSpan.FromMinutes(1));
        var form = (await person.FormAsync("/me/security", "Code")).At("/me/security?handler=Remove");
        (await person.SendAsync(form.With("Code", "000000"))).Body.ShouldContain("This code is wrong");
        (await person.LedToAsync(form.With("Code", Totp.CodeAt(key, portal.Time.GetUtcNow())), null)).ShouldBe("/me/security");
        using var again = portal.Anyone();
        (await again.SignInAsync(email)).Headers.Location!.OriginalString.ShouldBe("/");

        await SetUpAsync(again);
        await portal.Portal.App.Services.SendAsSystemAsync(new RemoveFactors(email), CancellationToken.None);
        await again.GetAsync("/me", HttpStatusCode.Found);
        (await again.SignInAsync(email)).Headers.Location!.OriginalString.ShouldBe("/");
    }

    [SkippableFact]
    public async Task New_recovery_codes_take_the_place_of_the_old_ones()
    {
        var (email, _) = await NewPersonAsync();
        using var person = await portal.SignedInAsync(email);
        var old = new List<string>();
        var key = await SetUpAsync(person, old);
        portal.Time.Advance(TimeSpan.FromMinutes(1));
        var form = (await person.FormAsync("/me/security", "Code")).At("/me/security?handler=Codes");
        var (_, body) = await person.SendAsync(form.With("Code", Totp.CodeAt(key, portal.Time.GetUtcNow())));
        var codes = CodesIn(body);
        codes.Count.ShouldBe(10);

        using var again = portal.Anyone();
        await again.SignInAsync(email);
        (await TypeAsync(again, old[0])).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await TypeAsync(again, codes[0])).StatusCode.ShouldBe(HttpStatusCode.Found);
    }

    [SkippableFact]
    public async Task Keys_and_codes_are_in_no_log_and_not_in_the_database()
    {
        var (email, _) = await NewPersonAsync();
        using var person = await portal.SignedInAsync(email);
        var codes = new List<string>();
        var key = await SetUpAsync(person, codes);

        var logs = string.Join('\n', portal.Logs.Lines);
        logs.ShouldNotContain(Totp.ToBase32(key));
        codes.ShouldAllBe(code => !logs.Contains(code));
        var kept = portal.Database.Rows("SELECT ProtectedKey FROM Authenticators", row => Convert.FromBase64String(row.GetString(0)));
        kept.ShouldNotBeEmpty();
        kept.ShouldAllBe(bytes => !Convert.ToHexString(bytes).Contains(Convert.ToHexString(key)));
        portal.Database.Rows("SELECT Hash FROM RecoveryCodes", row => row.GetString(0)).ShouldAllBe(hash => hash.Length == 64);
    }

    /// <summary>Somebody new, who is Nia at Stripe.</summary>
    private async Task<(string Email, string Card)> NewPersonAsync()
    {
        var email = $"p{Guid.NewGuid():N}@demo.test";
        await portal.Portal.App.Services.SendAsSystemAsync(
            new AddPerson(
                email, "New Person", DemoPeople.Password, AccountId.Parse(DemoSeed.Platform), Role.Cardholder,
                CardholderId.Parse(DemoSeed.Nia)), CancellationToken.None);
        return (email, await portal.NewCardAsync(DemoSeed.Nia));
    }

    private static async Task<string> StartAsync(HttpUser person)
    {
        var form = await person.FormAsync("/me/authenticator", "Password");
        var (status, body) = await person.SendAsync(form.With("Password", DemoPeople.Password));
        status.ShouldBe(HttpStatusCode.OK, body);
        body.ShouldContain("<svg class=\"qr\"");
        return body;
    }

    private async Task<byte[]> SetUpAsync(HttpUser person, List<string>? codes = null)
    {
        var page = await StartAsync(person);
        var key = Read(KeyElement().Match(page).Groups["key"].Value.Replace(" ", ""));
        var (status, body) = await person.SendAsync(
            WebForm.Read(page, "/me/authenticator?handler=Confirm", "Code").With("Code", Totp.CodeAt(key, portal.Time.GetUtcNow())));
        status.ShouldBe(HttpStatusCode.OK, body);
        codes?.AddRange(CodesIn(body));
        await person.RefreshTokenAsync("/me");
        return key;
    }

    private static List<string> CodesIn(string body) => [.. RecoveryCodeElement().Matches(body).Select(m => m.Groups["code"].Value)];

    /// <summary>The key that a page shows.</summary>
    internal static byte[] Read(string base32)
    {
        var bits = string.Concat(base32.Select(c => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(c), 2).PadLeft(5, '0')));
        return [.. bits.Chunk(8).Where(b => b.Length == 8).Select(b => Convert.ToByte(new string(b), 2))];
    }

    private static async Task<HttpResponseMessage> TypeAsync(HttpUser person, string code)
    {
        var form = await person.FormAsync("/sign-in/code", "Code");
        return await person.Http.PostAsync(form.Action, form.With("Code", code).Content);
    }

    [SkippableFact]
    public async Task What_is_no_passkey_opens_nothing_and_a_question_is_answered_once()
    {
        var (email, _) = await NewPersonAsync();
        using var person = await portal.SignedInAsync(email);
        using var stranger = portal.Anyone();
        await stranger.RefreshTokenAsync("/sign-in");
        const string Nothing = """{"id":"AAAA","rawId":"AAAA","type":"public-key","response":{},"clientExtensionResults":{}}""";

        var question = await AskAsync(stranger, "/sign-in/passkey/options", "{}");
        (await AnswerAsync(stranger, "/sign-in/passkey", question, Nothing)).ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await AnswerAsync(stranger, "/sign-in/passkey", question, Nothing)).ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await AnswerAsync(stranger, "/sign-in/passkey", "made-up", "[1]")).ShouldBe(HttpStatusCode.UnprocessableEntity);
        using var empty = await stranger.PostAsync("/sign-in/passkey", "{}");
        empty.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        await stranger.GetAsync("/me", HttpStatusCode.Found);

        // A question is answered where it was asked, by whom it was asked, and for what.
        (await AnswerAsync(person, "/step-up/passkey", await AskAsync(stranger, "/sign-in/passkey/options", "{}"), Nothing))
            .ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await AnswerAsync(person, "/step-up/passkey", await AskAsync(person, "/step-up/passkey/options", "{}"), Nothing))
            .ShouldBe(HttpStatusCode.UnprocessableEntity);
        using var withoutPassword = await person.PostAsync("/me/passkeys/options", """{"password":"not my password"}""");
        withoutPassword.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        using var unsigned = await stranger.PostAsync("/step-up/passkey/options", "{}");
        unsigned.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        var adding = await AskAsync(person, "/me/passkeys/options", $$"""{"password":"{{DemoPeople.Password}}"}""");
        var (status, body) = await person.SendAsync((await person.FormAsync("/me/passkeys/new", "Credential"))
            .With("Ceremony", adding).With("Credential", Nothing).With("Name", "None"));
        status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        body.ShouldContain("This passkey was not accepted.");
        portal.Text("SELECT COUNT(*) FROM AspNetUserPasskeys").ShouldBe("0");
        (await person.GetAsync("/me/security")).ShouldContain("You have no passkey.");

        static async Task<string> AskAsync(HttpUser user, string path, string request)
        {
            using var asked = await user.PostAsync(path, request);
            asked.StatusCode.ShouldBe(HttpStatusCode.OK, await asked.Content.ReadAsStringAsync());
            asked.Headers.CacheControl!.NoStore.ShouldBeTrue();
            var answer = await asked.JsonAsync();
            answer["options"]!["challenge"]!.GetValue<string>().Length.ShouldBeGreaterThan(20);
            return answer["id"]!.GetValue<string>();
        }

        static async Task<HttpStatusCode> AnswerAsync(HttpUser user, string path, string question, string credential)
        {
            using var answer = await user.PostAsync(path, $$"""{"id":"{{question}}","credential":{{credential}}}""");
            return answer.StatusCode;
        }
    }

    private static Task<HttpResponseMessage> ProveAsync(HttpUser person, string code, string? pinCardId = null) =>
        person.PostAsync("/step-up", new JsonObject { ["code"] = code, ["pin_card_id"] = pinCardId }.ToJsonString());

    private static async Task<string> DemoCodeAsync(HttpUser person) =>
        JsonNode.Parse(await person.GetAsync("/step-up"))!["demoCode"]!.GetValue<string>();

    private async Task<HttpResponseMessage> AskPinAsync(HttpUser person, string card) => await person.PostAsync(
        "/ephemeral-keys",
        new JsonObject { ["card_id"] = card, ["nonce"] = await portal.NonceAsync(card), ["details"] = "pin" }.ToJsonString());

    private static async Task ShouldAskAsync(HttpResponseMessage response)
    {
        response.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await response.JsonAsync())["reason"]!.GetValue<string>().ShouldBe("step_up_required");
    }

    [GeneratedRegex("id=\"key\">(?<key>[A-Z2-7 ]+)<", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex KeyElement();

    [GeneratedRegex("<li><code>(?<code>[a-z0-9-]{27})</code></li>", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex RecoveryCodeElement();
}
